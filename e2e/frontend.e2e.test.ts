import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { environments, readDist } from './harness/dist';
import { Network } from './harness/network';
import { until } from './harness/program';
import { Visitor } from './web/visitor';
import { WebPod } from './web/web-pod';

const script = `console.log(${'"a long script"; '.repeat(200)})`;

/** A site as a build leaves it. */
function writeSite(folder: string): void {
  for (const part of ['assets', '.git', '.well-known']) mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>the page</title>');
  writeFileSync(join(folder, 'plain.js'), script);
  writeFileSync(join(folder, 'assets', 'app-1a2b3c4d.js'), script);
  writeFileSync(join(folder, 'assets', 'app-1a2b3c4d.js.gz'), gzipSync(`/* compressed by the build */${script}`));
  writeFileSync(join(folder, '.git', 'config'), 'hidden');
  writeFileSync(join(folder, '.well-known', 'security.txt'), 'Contact: https://example.com');
}

describe.each(environments())('the site of %s', (environment) => {
  const client = '192.0.2.9';
  let network: Network;
  let site: WebPod;
  let visitor: Visitor;

  beforeAll(async () => {
    network = await Network.open();
    const root = join(network.folder, 'site');
    writeSite(root);
    const files = { '/usr/share/nginx/html': root };
    site = await WebPod.open({ network, dist: readDist(environment, 'web'), name: 'frontend', files });
    const headers = { 'X-Forwarded-For': client, 'X-Request-ID': 'from-the-edge' };
    visitor = await Visitor.open({ network, address: '10.88.0.250', server: site.address, scheme: 'http', headers });
  });

  afterAll(async () => {
    await site.close();
    await network.close();
  });

  test('NGINX finds nothing to warn of in its configuration', async () => {
    const { code, stderr } = await site.test();
    expect({ code, stderr }).toEqual({ code: 0, stderr: expect.not.stringMatching(/\[\w+\]/) as string });
  });

  test('the probes of the manifest get their answers', async () => {
    expect(await site.container.probe('startup')).toBe(true);
    expect(await site.container.probe('readiness')).toBe(true);
    expect(await site.container.probe('liveness')).toBe(true);
  });

  test('every path without a file is the page, which is checked each time', async () => {
    for (const path of ['/', '/index.html', '/orders/4711']) {
      const answer = await visitor.ask('site', path);
      expect(answer).toMatchObject({ status: 200, body: expect.stringContaining('the page') as string });
      expect(answer.header('cache-control')).toEqual(['no-cache']);
      expect(answer.header('content-type')).toEqual(['text/html']);
    }
    const [tag = ''] = (await visitor.ask('site', '/')).header('etag');
    expect((await visitor.ask('site', '/', { headers: { 'If-None-Match': tag } })).status).toBe(304);
  });

  test('files with a hash in their name are kept; a missing one is no page', async () => {
    const asset = await visitor.ask('site', '/assets/app-1a2b3c4d.js');
    expect(asset.header('cache-control')).toEqual([expect.stringMatching(/max-age=31536000, immutable$/)]);
    expect(asset.header('content-type')).toEqual(['application/javascript']);
    const missing = await visitor.ask('site', '/assets/app-00000000.js');
    expect(missing.status).toBe(404);
    expect(missing.header('cache-control')).toEqual([]);
    expect(missing.body).not.toMatch(/nginx\/\d/);
  });

  test('what the build has compressed is sent as it is, the rest is compressed on its way', async () => {
    const options = ['-o', '-', '--compressed'];
    const asset = await visitor.ask('site', '/assets/app-1a2b3c4d.js', { options });
    expect(asset.header('content-encoding')).toEqual(['gzip']);
    expect(asset.body).toContain('compressed by the build');
    const plain = await visitor.ask('site', '/plain.js', { options });
    expect(plain.header('content-encoding')).toEqual(['gzip']);
    expect(plain.header('vary')).toEqual(['Accept-Encoding']);
    expect(plain.body).toBe(script);
  });

  test('hidden files are not shown', async () => {
    expect((await visitor.ask('site', '/.git/config')).status).toBe(404);
    expect((await visitor.ask('site', '/.well-known/security.txt')).status).toBe(200);
  });

  test('security headers are left to the edge', async () => {
    const { header } = await visitor.ask('site', '/');
    expect(header('content-security-policy')).toEqual([]);
    expect(header('x-content-type-options')).toEqual([]);
    expect(header('server')).toEqual(['nginx']);
  });

  test('the log names the client and the request as the edge does', async () => {
    await visitor.ask('site', '/logged');
    await until('the line', () => Promise.resolve(site.program.output.includes('/logged')));
    const line = site.log.find(({ path }) => path === '/logged');
    expect(line).toMatchObject({ service: 'frontend', client, request_id: 'from-the-edge', status: 200 });
  });

  test('its figures stand on their own port', async () => {
    const figures = await visitor.ask('site', '/stub_status', { port: 8082 });
    expect(figures.body).toMatch(/^Active connections: \d+/);
    expect((await visitor.ask('site', '/stub_status')).body).toContain('the page');
  });
});
