import { connect } from '../../lib/security';
import type { FrontendProps } from '../../lib/web';
import { Frontend } from '../../lib/web';
import type { Directive } from './nginx-tree';
import { argsOf, findAll, readNginx, valuesOf } from './nginx-tree';
import { sizing, WebPlatform } from './web-platform';

/** A platform with one more site; the first is no part of these tests. */
function platformWith(props: Partial<FrontendProps> = {}): { platform: WebPlatform; site: Frontend } {
  const platform = new WebPlatform();
  platform.routedEdge();
  return { platform, site: new Frontend(platform.web, 'help', { ...sizing, ...props }) };
}

function confOf(platform: WebPlatform, name = 'help'): readonly Directive[] {
  return readNginx(platform.files(`${name}-nginx`)['nginx.conf'] ?? '');
}

/** The server that serves files. */
function siteOf(platform: WebPlatform): readonly Directive[] {
  return findAll(confOf(platform), 'server').find(({ block }) => findAll(block, 'root').length > 0)?.block ?? [];
}

test('clients find it where NGINX serves the files', () => {
  const { platform, site } = platformWith();
  const [port] = platform.spec('Service', 'help').ports ?? [];
  const container = platform.container('Deployment', 'help');
  const target = container.ports?.find(({ name }) => name === port?.targetPort);
  expect(valuesOf(siteOf(platform), 'listen')).toEqual([String(target?.containerPort)]);
  expect(site.http.wiring?.values).toEqual({ HOST: 'help.shop-web.svc', PORT: String(port?.port) });
  expect(platform.spec('Service', 'help').ports).toHaveLength(1);
});

test('the probes ask for what NGINX answers, and figures have a port of their own', () => {
  const { platform, site } = platformWith();
  const { readinessProbe, livenessProbe } = platform.container('Deployment', 'help');
  for (const probe of [readinessProbe, livenessProbe]) {
    const { port, path = '' } = probe?.httpGet ?? {};
    const server = findAll(confOf(platform), 'server').find(({ block }) =>
      valuesOf(block, 'listen').includes(String(port)),
    );
    expect(valuesOf(server?.block ?? [], 'location')).toContain(`= ${path}`);
  }
  const figures = findAll(confOf(platform), 'server').find(({ block }) => findAll(block, 'stub_status').length > 0);
  expect(valuesOf(figures?.block ?? [], 'listen')).toEqual(site.status.ports.map(({ number }) => String(number)));
});

test('files with a hash in their name are kept for a year, all others are asked for each time', () => {
  const { platform } = platformWith({ immutablePaths: ['/bundle/'] });
  const [rule] = findAll(confOf(platform), 'map').filter(({ args }) => args[1] === '$cache_control');
  expect(rule?.block.map(({ name, args }) => [name, ...args])).toEqual([
    ['~^/bundle/', 'public, max-age=31536000, immutable'],
    ['default', 'no-cache'],
  ]);
  const location = findAll(siteOf(platform), 'location').find(({ args }) => args[0] === '/bundle/');
  expect(valuesOf(location?.block ?? [], 'try_files')).toEqual(['$uri =404']);
});

test('paths without a file are the page, unless the site has a page for each', () => {
  const fallback = (singlePage: boolean): readonly string[] => {
    const location = findAll(siteOf(platformWith({ singlePage }).platform), 'location').at(-1);
    return argsOf(location?.block ?? [], 'try_files');
  };
  expect(fallback(true)).toEqual(['$uri', '/index.html', '=404']);
  expect(fallback(false)).toEqual(['$uri', '$uri/index.html', '=404']);
});

test('security headers are left to the edge', () => {
  expect(valuesOf(confOf(platformWith().platform), 'add_header')).toEqual(['Cache-Control $cache_control']);
});

test('idle connections outlive those of the edge, which closes them first', () => {
  const { platform } = platformWith();
  const seconds = (text = ''): number => Number.parseInt(text, 10);
  const [own] = argsOf(confOf(platform), 'keepalive_timeout');
  const upstreams = findAll(confOf(platform, 'edge'), 'upstream');
  expect(upstreams).not.toHaveLength(0);
  for (const { block } of upstreams) expect(seconds(argsOf(block, 'keepalive_timeout')[0])).toBeLessThan(seconds(own));
});

test.each(['assets/', '/assets', '/a b/', '/"; } /', '/../x/'])('fails on the immutable path %s', (path) => {
  expect(() => platformWith({ immutablePaths: ['/fine/', path] })).toThrow(/web\/help: 'immutablePaths'/);
});

test('accepts every property at once, and keeps every rule', () => {
  const props: Required<FrontendProps> = {
    ...sizing,
    env: { TZ: 'UTC' },
    singlePage: false,
    immutablePaths: ['/assets/', '/_next/static/'],
  };
  const { platform, site } = platformWith(props);
  connect(platform.frontend, site.http);
  expect(valuesOf(siteOf(platform), 'location')).toEqual(expect.arrayContaining(['/assets/', '/_next/static/']));
  expect(platform.variables('Deployment', 'help')).toEqual({ TZ: 'UTC' });
  expect(platform.findings).toEqual([]);
});
