import { environments, readDist } from './harness/dist';
import type { EdgeFacts } from './web/edge-stand';
import { EdgeStand, readEdge } from './web/edge-stand';

const environment = environments().find((name) => readEdge(readDist(name, 'web')).terminatesTls);

/** One is enough: environments differ in hosts and numbers only. */
describe(`TLS at the edge of ${String(environment)}`, () => {
  let stand: EdgeStand;
  let facts: EdgeFacts;

  beforeAll(async () => {
    if (environment === undefined) throw new Error('no environment in dist/ terminates TLS at its edge');
    stand = await EdgeStand.open(readDist(environment, 'web'));
    facts = stand.facts;
  });

  afterAll(async () => {
    await stand.close();
  });

  /** What OpenSSL says of a handshake with one version and cipher. */
  async function handshake(...options: readonly string[]): Promise<string> {
    const client = ['openssl', 's_client', '-connect', `${stand.edge.address}:8443`, '-servername', facts.host];
    const { stdout, stderr } = await stand.network.run([...client, ...options]);
    return stdout + stderr;
  }

  test('speaks TLS 1.2 and 1.3, and nothing older', async () => {
    expect(await handshake('-tls1_3')).toContain('New, TLSv1.3');
    expect(await handshake('-tls1_2')).toContain('Protocol  : TLSv1.2');
    // The client is willing: its own limits are lifted.
    const willing = ['-cipher', 'ALL:@SECLEVEL=0'];
    expect(await handshake('-tls1_2', ...willing)).toContain('Protocol  : TLSv1.2');
    expect(await handshake('-tls1_1', ...willing)).toContain('alert protocol version');
    expect(await handshake('-tls1', ...willing)).toContain('alert protocol version');
  });

  test('refuses ciphers without forward secrecy', async () => {
    expect(await handshake('-tls1_2', '-cipher', 'AES256-GCM-SHA384')).toContain('handshake failure');
    expect(await handshake('-tls1_2', '-cipher', 'ECDHE-ECDSA-AES256-SHA384')).toContain('handshake failure');
    expect(await handshake('-tls1_2', '-cipher', 'ECDHE-ECDSA-AES256-GCM-SHA384')).toContain('ECDHE-ECDSA-AES256-GCM');
  });

  test('resumes sessions without tickets', async () => {
    const shown = await handshake('-tls1_2', '-reconnect');
    expect(shown).toContain('Reused, TLSv1.2');
    expect(shown).not.toContain('TLS session ticket:');
  });

  test('speaks HTTP/2', async () => {
    const visitor = await stand.visitor();
    const two = await visitor.ask(facts.host, '/', { options: ['--http2', '-w', 'spoke %{http_version}'] });
    expect(two.status).toBe(200);
    expect(two.body).toContain('spoke 2');
    const one = await visitor.ask(facts.host, '/', { options: ['--http1.1', '-w', 'spoke %{http_version}'] });
    expect(one.body).toContain('spoke 1.1');
  });

  test('shows a certificate for all its hosts', async () => {
    for (const host of facts.hosts) {
      const { names } = await stand.shownCertificate(host);
      expect([...names].sort()).toEqual([...facts.hosts].sort());
    }
  });

  test('a renewed certificate counts at once, without a reload', async () => {
    const before = await stand.shownCertificate(facts.host);
    const started = await stand.edge.container.run(['cat', '/tmp/nginx.pid']);
    await stand.renewCertificate();
    const after = await stand.shownCertificate(facts.host);
    expect(before.serial).not.toBe('');
    expect(after.names).toEqual(before.names);
    expect(after.serial).not.toBe(before.serial);
    expect(await stand.edge.container.run(['cat', '/tmp/nginx.pid'])).toEqual(started);
  });

  test('whoever comes from the Internet is believed nothing', async () => {
    const visitor = await stand.client('198.51.100.3');
    const headers = { 'X-Forwarded-For': '6.6.6.6', 'X-Real-IP': '6.6.6.6', 'X-Forwarded-Proto': 'http' };
    const answer = await visitor.ask(facts.host, '/', { headers });
    const echo = JSON.parse(answer.body) as { headers: Record<string, string> };
    expect(echo.headers).toMatchObject({
      'x-forwarded-for': '198.51.100.3',
      'x-real-ip': '198.51.100.3',
      'x-forwarded-proto': 'https',
    });
  });
});
