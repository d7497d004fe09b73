import { environments, readDist } from './harness/dist';
import { until } from './harness/program';
import { accessLogFields } from '../lib/web';
import type { EdgeFacts } from './web/edge-stand';
import { EdgeStand, readEdge } from './web/edge-stand';
import type { Echo } from './web/stub';
import type { Answer } from './web/visitor';

function echoOf({ body }: Answer): Echo {
  return JSON.parse(body) as Echo;
}

/** What browsers are told, whatever the answer is. */
function expectSafe(answer: Answer): void {
  expect(answer.header('strict-transport-security')).toEqual([expect.stringMatching(/^max-age=\d{8}/)]);
  expect(answer.header('x-content-type-options')).toEqual(['nosniff']);
  expect(answer.header('content-security-policy')).toEqual([expect.stringContaining('frame-ancestors')]);
  expect(answer.header('referrer-policy')).toHaveLength(1);
  expect(answer.header('permissions-policy')).toHaveLength(1);
  expect(answer.header('x-powered-by')).toEqual([]);
  expect(answer.header('server')).toEqual(['nginx']);
  expect(answer.body).not.toMatch(/nginx\/\d/);
}

describe.each(environments())('the edge of %s', (environment) => {
  const dist = readDist(environment, 'web');
  let stand: EdgeStand;
  let facts: EdgeFacts;

  beforeAll(async () => {
    stand = await EdgeStand.open(dist);
    facts = readEdge(dist);
  });

  afterAll(async () => {
    await stand.close();
  });

  test('NGINX finds nothing to warn of in its configuration', async () => {
    const { code, stderr } = await stand.edge.test();
    expect({ code, complaints: stderr.split('\n').filter((line) => /\[|emerg|warn/.test(line)) }).toEqual({
      code: 0,
      complaints: [],
    });
    expect(stand.edge.program.output).not.toContain('[warn]');
  });

  test('the probes of the manifest get their answers', async () => {
    const { container } = stand.edge;
    expect(await container.probe('startup')).toBe(true);
    expect(await container.probe('readiness')).toBe(true);
    expect(await container.probe('liveness')).toBe(true);
  });

  test('plain HTTP leads to TLS, with path and query, for its hosts alone', async () => {
    const client = await stand.client('198.51.100.1');
    for (const host of facts.hosts) {
      const answer = await client.ask(host, '/a?b=c', { scheme: 'http', method: 'POST' });
      expect(answer.status).toBe(308);
      expect(answer.header('location')).toEqual([`https://${host}/a?b=c`]);
      expect(answer.header('strict-transport-security')).toEqual([]);
    }
    const foreign = await client.ask('evil.example', '/', { scheme: 'http' });
    expect(foreign.status).toBe(421);
    expect(foreign.header('location')).toEqual([]);
  });

  test('whoever is no trusted proxy cannot claim to have come over TLS', async () => {
    const client = await stand.client('198.51.100.3', { 'X-Forwarded-Proto': 'https' });
    expect((await client.ask(facts.host, '/', { scheme: 'http' })).status).toBe(308);
  });

  test('a host that is not its own gets no content, and no certificate', async () => {
    const visitor = await stand.visitor();
    const misdirected = await visitor.ask(facts.host, '/', { headers: { Host: 'evil.example' } });
    expect(misdirected.status).toBe(421);
    expect(misdirected.body).not.toMatch(/nginx\/\d/);
    const foreign = await visitor.ask('evil.example');
    if (facts.terminatesTls) expect(foreign).toMatchObject({ status: 0, exit: 35 });
    else expect(foreign.status).toBe(421);
  });

  test('every answer protects its reader: found, not found, and failed', async () => {
    const visitor = await stand.visitor();
    for (const status of [200, 404, 500]) {
      const answer = await visitor.ask(facts.host, `/?status=${status}`);
      expect(answer.status).toBe(status);
      expectSafe(answer);
    }
  });

  test('what a service says of its own safety counts, once', async () => {
    const visitor = await stand.visitor();
    const answer = await visitor.ask(facts.host, '/?own');
    expect(answer.header('content-security-policy')).toEqual(["default-src 'none'"]);
    expect(answer.header('strict-transport-security')).toEqual([expect.not.stringMatching('^max-age=1$')]);
    expect(answer.header('x-content-type-options')).toEqual(['nosniff']);
    expect(answer.header('x-request-id')).toEqual([expect.not.stringContaining('service')]);
    expect(answer.header('cache-control')).toEqual(['private']);
  });

  test('services learn who asked, and not what a client says of itself', async () => {
    const visitor = await stand.visitor();
    const { headers } = echoOf(
      await visitor.ask(facts.host, '/', { headers: { Forwarded: 'for=6.6.6.6', Proxy: 'x' } }),
    );
    expect(headers).toMatchObject({
      host: facts.host,
      'x-forwarded-host': facts.host,
      'x-forwarded-proto': 'https',
      'x-forwarded-port': '443',
    });
    expect(headers['x-forwarded-for']).toMatch(/^192\.0\.2\.\d+$/);
    expect(headers['x-real-ip']).toBe(headers['x-forwarded-for']);
    expect(headers).not.toHaveProperty('forwarded');
    expect(headers).not.toHaveProperty('proxy');
  });

  test('a request has an id: its own when that is a plain word', async () => {
    const visitor = await stand.visitor();
    const id = async (given?: string): Promise<string> => {
      const answer = await visitor.ask(
        facts.host,
        '/',
        given === undefined ? {} : { headers: { 'X-Request-ID': given } },
      );
      const [returned = ''] = answer.header('x-request-id');
      expect(echoOf(answer).headers['x-request-id']).toBe(returned);
      return returned;
    };
    expect(await id()).toMatch(/^[0-9a-f]{32}$/);
    expect(await id()).not.toBe(await id());
    expect(await id('order-4711.b_2')).toBe('order-4711.b_2');
    expect(await id('"} injected {"')).toMatch(/^[0-9a-f]{32}$/);
    expect(await id('x'.repeat(65))).toMatch(/^[0-9a-f]{32}$/);
  });

  test('too many requests are answered with 429, for the one who sends them', async () => {
    const greedy = await stand.visitor();
    const patient = await stand.visitor();
    const answers = await greedy.askOften(facts.host, '/', 3 * facts.burst);
    expect(answers.filter((status) => status === 200).length).toBeGreaterThanOrEqual(facts.burst);
    expect(answers.filter((status) => status === 429).length).toBeGreaterThan(0);
    expect(new Set(answers)).toEqual(new Set([200, 429]));
    expectSafe(await greedy.ask(facts.host));
    expect((await patient.ask(facts.host)).status).toBe(200);
  });

  test('a body that is too large is answered with 413, the largest one is passed on', async () => {
    const visitor = await stand.visitor();
    const largest = await visitor.ask(facts.host, '/', { bytes: facts.maxBodyBytes });
    expect(echoOf(largest).bytes).toBe(facts.maxBodyBytes);
    const tooLarge = await visitor.ask(facts.host, '/', { bytes: facts.maxBodyBytes + 1 });
    expect(tooLarge.status).toBe(413);
    expectSafe(tooLarge);
  });

  test('long texts are compressed for those who can read that', async () => {
    const visitor = await stand.visitor();
    const headers = { 'Accept-Encoding': 'gzip' };
    const long = await visitor.ask(facts.host, '/?length=5000', { headers, options: ['-o', '-', '--compressed'] });
    expect(long.header('content-encoding')).toEqual(['gzip']);
    expect(long.header('vary')).toEqual(['Accept-Encoding']);
    expect(long.body).toHaveLength(5000);
    expect((await visitor.ask(facts.host, '/?length=5000')).header('content-encoding')).toEqual([]);
    expect((await visitor.ask(facts.host, '/', { headers })).header('content-encoding')).toEqual([]);
  });

  test('connections to services are kept', async () => {
    const visitor = await stand.visitor();
    const first = echoOf(await visitor.ask(facts.host)).connection;
    const second = echoOf(await visitor.ask(facts.host)).connection;
    expect(second).toEqual({ number: first.number, requests: first.requests + 1 });
  });

  test('an upgrade is not passed on where no route allows it', async () => {
    const visitor = await stand.visitor();
    const headers = { Connection: 'Upgrade', Upgrade: 'websocket' };
    const answer = await visitor.ask(facts.host, '/', { headers, options: ['--http1.1'] });
    expect(answer.status).toBe(200);
    expect(echoOf(answer).headers).not.toHaveProperty('upgrade');
  });

  test('the log has a line of JSON for every request, with all fields and without the query', async () => {
    const visitor = await stand.visitor();
    const options = { headers: { 'X-Request-ID': 'find-me-again', 'User-Agent': 'a "quoted" \\ agent' } };
    await visitor.ask(facts.host, '/path/of?token=secret', options);
    await until('the line', () => Promise.resolve(stand.edge.program.output.includes('find-me-again')));
    const line = stand.edge.log.find((entry) => entry.request_id === 'find-me-again') ?? {};
    expect(Object.keys(line).sort()).toEqual([...accessLogFields].sort());
    expect(line).toMatchObject({
      service: 'edge',
      client: expect.stringMatching(/^192\.0\.2\.\d+$/) as string,
      method: 'GET',
      host: facts.host,
      path: '/path/of',
      status: 200,
      duration_seconds: expect.any(Number) as number,
      bytes_sent: expect.any(Number) as number,
      upstream_status: '200',
      user_agent: 'a "quoted" \\ agent',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
    });
    expect(JSON.stringify(line)).not.toContain('secret');
    expect(stand.edge.log.filter(({ path }) => path === '/ready')).toEqual([]);
  });

  test('its figures stand on their own port, and nowhere else', async () => {
    const visitor = await stand.client('198.51.100.2');
    const figures = await visitor.ask('edge', '/stub_status', { scheme: 'http', port: 8082 });
    expect(figures.body).toMatch(/^Active connections: \d+/);
    expect((await visitor.ask('edge', '/', { scheme: 'http', port: 8082 })).status).toBe(404);
    expect((await visitor.ask('edge', '/stub_status', { scheme: 'http', port: 8081 })).status).toBe(404);
    const hosted = await (await stand.visitor()).ask(facts.host, '/stub_status');
    expect(echoOf(hosted).url).toBe('/stub_status');
  });
});
