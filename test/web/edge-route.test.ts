import { resourcesOf } from '../../lib/core';
import type { EdgeProps, RouteProps } from '../../lib/web';
import type { Directive } from './nginx-tree';
import { findAll, readNginx, valuesOf } from './nginx-tree';
import { edgeProps, endpointAt, exposures, sizing, WebPlatform } from './web-platform';

const host = 'shop.example.com';

/** The locations of the one host, in their order, by what they match. */
function locationsFor(routes: readonly Partial<RouteProps>[]): ReadonlyMap<string, Directive> {
  const platform = new WebPlatform();
  const edge = platform.edge();
  for (const route of routes) edge.addRoute({ host, to: platform.backend.http, ...route });
  const servers = findAll(readNginx(platform.nginxConf), 'server');
  const own = servers.find(({ block }) => findAll(block, 'limit_conn').length > 0)?.block ?? [];
  return new Map(findAll(own, 'location').map((location) => [location.args.join(' '), location]));
}

function oneLocation(route: Partial<RouteProps>): readonly Directive[] {
  return locationsFor([route]).get('/')?.block ?? [];
}

describe('paths', () => {
  test('the longest comes first, and each ends at a slash', () => {
    expect([...locationsFor([{}, { path: '/api/v1' }, { path: '/api/' }]).keys()]).toEqual([
      '= /api/v1',
      '/api/v1/',
      '= /api',
      '/api/',
      '/',
    ]);
  });

  test('a host without a route for all of it says 404 to the rest', () => {
    const rest = locationsFor([{ path: '/api' }]).get('/')?.block ?? [];
    expect(rest.map(({ name, args }) => [name, ...args])).toEqual([['return', '404']]);
  });
});

describe('options', () => {
  test('a body of its own size', () => {
    expect(valuesOf(oneLocation({ maxBodySize: '1536Ki' }), 'client_max_body_size')).toEqual(['1536k']);
    expect(valuesOf(oneLocation({ maxBodySize: '1G' }), 'client_max_body_size')).toEqual(['1000000000']);
    expect(valuesOf(oneLocation({}), 'client_max_body_size')).toEqual([]);
  });

  test('a silence of its own length, an hour for websockets', () => {
    const silence = (route: Partial<RouteProps>): readonly string[] => [
      ...valuesOf(oneLocation(route), 'proxy_read_timeout'),
      ...valuesOf(oneLocation(route), 'proxy_send_timeout'),
    ];
    expect(silence({ timeout: '2m' })).toEqual(['120s', '120s']);
    expect(silence({ websocket: true })).toEqual(['3600s', '3600s']);
    expect(silence({ websocket: true, timeout: '5m' })).toEqual(['300s', '300s']);
    expect(silence({})).toEqual([]);
  });

  test('a limit of its own, counted in a zone of its own', () => {
    const platform = new WebPlatform();
    const edge = platform.edge();
    const rateLimit = { requestsPerSecond: 3, burst: 7 };
    edge.addRoute({ host, path: '/sign-in', to: platform.backend.http, rateLimit });
    edge.addRoute({ host, path: '/sign-up', to: platform.backend.http, rateLimit });
    const conf = readNginx(platform.nginxConf);
    const zones = findAll(conf, 'limit_req_zone').map(({ args }) => /^zone=([^:]+):/.exec(args[1] ?? '')?.[1]);
    expect(new Set(zones).size).toBe(3);
    const used = findAll(findAll(conf, 'location'), 'limit_req').map(({ args }) => args[0]?.replace('zone=', ''));
    expect(new Set(used)).toEqual(new Set(zones.filter((zone) => zone !== 'requests')));
    expect(valuesOf(conf, 'limit_req_zone').filter((value) => value.endsWith('rate=3r/s'))).toHaveLength(2);
  });

  test('an answer with a header of its own has all the others as well', () => {
    const location = oneLocation({ cacheControl: 'public, max-age=60' });
    expect(valuesOf(location, 'include')).toEqual(expect.arrayContaining([expect.stringContaining('answer-headers')]));
    expect(valuesOf(location, 'proxy_hide_header')).toContain('Cache-Control');
  });

  test('a service that speaks TLS is checked by the mounted authority', () => {
    const platform = new WebPlatform();
    const to = endpointAt('secure', 'secure.elsewhere.svc', '9443');
    platform.edge().addRoute({ host, to: { ...to, wiring: { prefix: 'X', values: {}, ...to.wiring, tls: true } } });
    const conf = readNginx(platform.nginxConf);
    const mounts = platform.container('Deployment', 'edge').volumeMounts ?? [];
    const [file = ''] = valuesOf(conf, 'proxy_ssl_trusted_certificate');
    expect(mounts.map(({ mountPath }) => mountPath)).toContain(file.replace(/\/ca\.crt$/, ''));
    expect(valuesOf(conf, 'proxy_ssl_verify')).toEqual(['on']);
    expect(valuesOf(conf, 'proxy_ssl_name')).toEqual(['secure.elsewhere.svc']);
    expect(valuesOf(conf, 'proxy_pass')).toEqual([expect.stringMatching('^https://')]);
    expect(platform.variables('Deployment', 'edge')).toEqual({});
  });
});

describe('fails', () => {
  const fail = (route: Partial<RouteProps>): (() => void) => {
    const platform = new WebPlatform();
    const edge = platform.edge();
    return () => {
      edge.addRoute({ host, to: platform.backend.http, ...route });
    };
  };

  test.each<[string, Partial<RouteProps>, RegExp]>([
    ['on a host in capitals', { host: 'Shop.example.com' }, /web\/edge: 'host'[^]*got +Shop.example.com/],
    ['on a host for many', { host: '*.example.com' }, /'host'[^]*name every host/],
    ['on an address as host', { host: '10.0.0.1' }, /'host'/],
    ['on a host that says more', { host: 'a.example.com; return 200 x' }, /'host'/],
    ['on a path without a slash', { path: 'api' }, /'path'[^]*got +api/],
    ['on a path that climbs', { path: '/api/../admin' }, /'path'/],
    ['on a path that says more', { path: '/ { return 200; } location /x' }, /'path'/],
    ['on a variable in a path', { path: '/$host' }, /'path'/],
    ['on a body of nothing', { maxBodySize: '0Mi' }, /'maxBodySize'[^]*more than nothing/],
    ['on a body without a unit that is known', { maxBodySize: '10mb' }, /web\/edge: 'maxBodySize'[^]*got +10mb/],
    ['on no time', { timeout: '0s' }, /'timeout'[^]*more than no time/],
    ['on a time without a unit', { timeout: '30' }, /web\/edge: 'timeout'[^]*a whole number and s, m, h or d/],
    ['on a rate of nothing', { rateLimit: { requestsPerSecond: 0, burst: 5 } }, /'rateLimit.requestsPerSecond'/],
    ['on half a burst', { rateLimit: { requestsPerSecond: 1, burst: 0.5 } }, /'rateLimit.burst'[^]*got +0.5/],
    ['on a header that says more', { cacheControl: 'public"; return 200 "' }, /'cacheControl'/],
    [
      'on a service that is nowhere',
      { to: { ...endpointAt('x', 'x.svc', '1'), wiring: { prefix: 'X', values: {} } } },
      /'to'[^]*elsewhere\/x:x at ''/,
    ],
    ['on a service that says more', { to: endpointAt('x', 'x.svc; }', '80') }, /'to'/],
    ['on a port that is none', { to: endpointAt('x', 'x.svc', '080') }, /'to'/],
  ])('%s', (_, route, message) => {
    expect(fail(route)).toThrow(message);
  });

  test('on a host and path that have a route, in either spelling', () => {
    const platform = new WebPlatform();
    const edge = platform.edge();
    edge.addRoute({ host, path: '/api', to: platform.backend.http });
    expect(() => {
      edge.addRoute({ host, path: '/api/', to: platform.frontend.http });
    }).toThrow(/'addRoute'[^]*got +shop.example.com\/api, which has a route already/);
  });

  test('on an edge without a route', () => {
    const platform = new WebPlatform();
    platform.edge();
    expect(() => platform.manifests).toThrow(/web\/edge: 'routes'[^]*got +no route/);
  });

  test('on hosts whose names are too long for NGINX together', () => {
    const platform = new WebPlatform();
    const edge = platform.edge();
    const tail = Array.from({ length: 3 }, () => 'x'.repeat(60)).join('.');
    for (let index = 0; index < 20; index += 1) edge.addRoute({ host: `h${index}.${tail}`, to: platform.backend.http });
    expect(() => platform.manifests).toThrow(/'routes'[^]*3500 at most/);
  });

  test.each<[string, Partial<EdgeProps>, RegExp]>([
    ['a rate', { rateLimit: { requestsPerSecond: 1.5, burst: 1 } }, /'rateLimit.requestsPerSecond'[^]*got +1.5/],
    ['a body', { maxBodySize: 'much' }, /web\/edge: 'maxBodySize'[^]*got +much/],
    ['a time', { requestTimeout: 'soon' }, /web\/edge: 'requestTimeout'[^]*got +soon/],
    ['a policy', { contentSecurityPolicy: `default-src 'self'"; return 200 "` }, /'contentSecurityPolicy'/],
    ['a policy of several lines', { permissionsPolicy: 'camera=()\nusb=()' }, /'permissionsPolicy'/],
    ['a policy with a variable', { referrerPolicy: '$request_uri' }, /'referrerPolicy'/],
  ])('on %s of the edge', (_, props, message) => {
    expect(() => new WebPlatform().edge(props)).toThrow(message);
  });
});

test('accepts every property at once', () => {
  const platform = new WebPlatform();
  const props: Required<EdgeProps> = {
    ...edgeProps,
    exposure: { ...exposures.loadBalancer, trustedProxies: ['203.0.113.0/24'] },
    resources: resourcesOf({ cpu: '1', memory: '1Gi' }),
    env: { TZ: 'UTC' },
    contentSecurityPolicy: "default-src 'none'",
    referrerPolicy: 'no-referrer',
    permissionsPolicy: 'camera=(self)',
    strictTransportSecurity: 'max-age=63072000; includeSubDomains; preload',
  };
  const route: Required<RouteProps> = {
    host,
    path: '/news',
    to: platform.backend.http,
    maxBodySize: '2Mi',
    timeout: '90s',
    websocket: true,
    rateLimit: { requestsPerSecond: 3, burst: 4 },
    cacheControl: 'public, max-age=60',
  };
  platform.edge(props).addRoute(route);
  const text = platform.nginxConf;
  for (const value of [
    ...[props.contentSecurityPolicy, props.referrerPolicy, props.permissionsPolicy, props.strictTransportSecurity],
    ...['203.0.113.0/24', '/news/', ' 2m;', ' 90s;', '$upgrade_to', 'rate=3r/s', 'burst=4 ', route.cacheControl],
  ]) {
    expect(text).toContain(value);
  }
  expect(platform.variables('Deployment', 'edge')).toEqual({ TZ: 'UTC' });
  expect(platform.container('Deployment', 'edge').image).toBe(sizing.image.reference);
  expect(platform.findings).toEqual([]);
});
