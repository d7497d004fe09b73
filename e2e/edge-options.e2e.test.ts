import { endpointAt, exposures, WebPlatform } from '../test/web/web-platform';
import { Dist } from './harness/dist';
import { EdgeStand } from './web/edge-stand';
import type { Echo } from './web/stub';
import type { Answer, Visitor } from './web/visitor';

const host = 'shop.example.com';
const secureHost = 'secure.elsewhere.svc';
const impostorHost = 'impostor.elsewhere.svc';

/** What the sample platform has no use for: rendered here and given to NGINX. */
function distWithOptions(): Dist {
  const platform = new WebPlatform();
  const { frontend, backend } = platform;
  const exposure = { ...exposures.loadBalancer, trustedProxies: ['203.0.113.0/24'] };
  const edge = platform.edge({ exposure, requestTimeout: '1s', maxBodySize: '1Mi' });
  edge.addRoute({ host, to: frontend.http });
  edge.addRoute({ host, path: '/api', to: backend.http });
  edge.addRoute({ host, path: '/api/site', to: frontend.http });
  edge.addRoute({ host, path: '/chat/', to: backend.http, websocket: true });
  edge.addRoute({ host, path: '/upload', to: backend.http, maxBodySize: '3Mi', timeout: '5s' });
  edge.addRoute({ host, path: '/sign-in', to: backend.http, rateLimit: { requestsPerSecond: 1, burst: 2 } });
  edge.addRoute({ host, path: '/news', to: backend.http, cacheControl: 'public, max-age=300' });
  edge.addRoute({ host, path: '/secure', to: secureEndpoint('secure', secureHost) });
  edge.addRoute({ host, path: '/impostor', to: secureEndpoint('impostor', impostorHost) });
  edge.addRoute({ host: 'api.example.com', path: '/v1', to: backend.http });
  return new Dist(platform.manifests.map(({ object }) => object));
}

function secureEndpoint(name: string, at: string): ReturnType<typeof endpointAt> {
  const endpoint = endpointAt(name, at, '9443');
  return { ...endpoint, wiring: { prefix: 'X', values: {}, ...endpoint.wiring, tls: true } };
}

describe('the options of routes', () => {
  let stand: EdgeStand;
  let visitor: Visitor;

  beforeAll(async () => {
    stand = await EdgeStand.open(distWithOptions(), {
      [secureHost]: secureHost,
      [impostorHost]: 'other.elsewhere.svc',
    });
  });

  beforeEach(async () => {
    visitor = await stand.visitor();
  });

  afterAll(async () => {
    await stand.close();
  });

  async function askEcho(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Echo> {
    const answer = await visitor.ask(host, path, { headers });
    expect(answer.status).toBe(200);
    return JSON.parse(answer.body) as Echo;
  }

  test('the longest path counts, and paths end at slashes', async () => {
    const [site = 0, api = 0] = ['frontend', 'backend'].map((name) =>
      Number(stand.facts.services.find((service) => service.host.startsWith(name))?.port),
    );
    const expected = { '/': site, '/apiary': site, '/api': api, '/api/x': api, '/api/site': site, '/api/site/x': site };
    for (const [path, port] of Object.entries(expected)) {
      expect(await askEcho(path)).toMatchObject({ url: path, port });
    }
  });

  test('a host answers nothing but its paths', async () => {
    expect((await visitor.ask('api.example.com', '/v1/x')).status).toBe(200);
    const other = await visitor.ask('api.example.com', '/v2');
    expect(other.status).toBe(404);
    expect(other.header('x-content-type-options')).toEqual(['nosniff']);
  });

  test('a websocket is passed on, and may be silent for longer than an answer', async () => {
    const upgrade =
      'GET /chat/1 HTTP/1.1\\r\\nHost: %s\\r\\nConnection: keep-alive, Upgrade\\r\\nUpgrade: WebSocket\\r\\n\\r\\n';
    const connect = `timeout 4 openssl s_client -quiet -connect ${stand.edge.address}:8443 -servername ${host}`;
    const talk = `(printf '${upgrade}' ${host}; sleep 2; printf 'still there'; sleep 0.5) | ${connect}`;
    const { stdout } = await stand.network.run(['bash', '-c', talk]);
    expect(stdout).toContain('101 Switching Protocols');
    expect(stdout).toMatch(/still there$/);
    expect((await askEcho('/chat/1')).headers).not.toHaveProperty('upgrade');
    expect((await askEcho('/chat/1', { Connection: 'Upgrade', Upgrade: 'h2c' })).headers).not.toHaveProperty('upgrade');
  });

  test('a service that stays silent for too long is given up, as its route says', async () => {
    expect((await visitor.ask(host, '/api?delay=1500')).status).toBe(504);
    expect((await visitor.ask(host, '/upload?delay=1500')).status).toBe(200);
  });

  test('bodies may be as large as their route says', async () => {
    const bytes = 2 * 2 ** 20;
    const statusOf = async (path: string): Promise<number> => (await visitor.ask(host, path, { bytes })).status;
    expect(await statusOf('/api')).toBe(413);
    expect(await statusOf('/upload')).toBe(200);
  });

  test('a route with a limit of its own counts for itself', async () => {
    const signIn = await visitor.askOften(host, '/sign-in', 10);
    expect(signIn.filter((status) => status === 200)).toHaveLength(3);
    expect(new Set(await visitor.askOften(host, '/api', 10))).toEqual(new Set([200]));
  });

  test('a route may say how long its answers keep', async () => {
    const kept = await visitor.ask(host, '/news?own');
    expect(kept.header('cache-control')).toEqual(['public, max-age=300']);
    expect(kept.header('x-content-type-options')).toEqual(['nosniff']);
    expect(kept.header('content-security-policy')).toEqual(["default-src 'none'"]);
    expect((await visitor.ask(host, '/news?own&status=500')).header('cache-control')).toEqual([]);
  });

  test('a service that speaks TLS is checked', async () => {
    expect((await askEcho('/secure')).port).toBe(9443);
    expect((await visitor.ask(host, '/impostor')).status).toBe(502);
    expect(stand.edge.program.output).toContain('does not match "impostor.elsewhere.svc"');
  });

  test('a trusted proxy is believed, up to the first address that is none', async () => {
    const proxy = await stand.client('203.0.113.9', { 'X-Forwarded-For': '6.6.6.6, 198.51.100.50, 203.0.113.7' });
    const clientOf = ({ body }: Answer): string | undefined => (JSON.parse(body) as Echo).headers['x-forwarded-for'];
    expect(clientOf(await proxy.ask(host))).toBe('198.51.100.50');
    const liar = await stand.client('198.51.100.60', { 'X-Forwarded-For': '6.6.6.6' });
    expect(clientOf(await liar.ask(host))).toBe('198.51.100.60');
  });
});

describe.each(Object.values(exposures))('an edge behind: $type', (exposure) => {
  test('NGINX finds nothing to warn of, not even with many long hosts', async () => {
    const platform = new WebPlatform();
    const edge = platform.edge({ exposure });
    const labels = Array.from({ length: 3 }, () => 'x'.repeat(63)).join('.');
    for (let index = 0; index < 16; index += 1)
      edge.addRoute({ host: `h${index}.${labels}`, to: platform.frontend.http });
    const stand = await EdgeStand.open(new Dist(platform.manifests.map(({ object }) => object)));
    try {
      const { code, stderr } = await stand.edge.test();
      expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringMatching(/\[\w+\]/) as string });
    } finally {
      await stand.close();
    }
  });
});
