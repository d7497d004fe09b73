import * as fc from 'fast-check';
import { DescriptionError } from '../../lib/core';
import { findAll, readNginx, shapeOf, valuesOf } from './nginx-tree';
import { endpointAt, exposures, WebPlatform } from './web-platform';

const label = fc.stringMatching(/^[a-z]([a-z0-9-]{0,12}[a-z0-9])?$/);
const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
const segment = fc.stringMatching(/^[A-Za-z0-9_~-][A-Za-z0-9._~-]{0,10}$/);
const path = fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
const route = fc.record(
  {
    host,
    path,
    maxBodySize: fc.integer({ min: 1, max: 2000 }).map((size) => `${size}Ki`),
    timeout: fc.integer({ min: 1, max: 600 }).map((seconds) => `${seconds}s`),
    websocket: fc.boolean(),
    rateLimit: fc.record({
      requestsPerSecond: fc.integer({ min: 1, max: 10_000 }),
      burst: fc.integer({ min: 1, max: 100_000 }),
    }),
    cacheControl: fc.constantFrom('no-store', 'public, max-age=300'),
  },
  { requiredKeys: ['host'] },
);
const routes = fc.uniqueArray(route, {
  minLength: 1,
  maxLength: 8,
  selector: (one) => `${one.host}${one.path ?? '/'}`,
});
const exposure = fc.constantFrom(...Object.values(exposures));

test('any routes make a configuration in which each host and path stands once, and which keeps every rule', () => {
  fc.assert(
    fc.property(routes, exposure, (given, way) => {
      const platform = new WebPlatform();
      const edge = platform.edge({ exposure: way });
      for (const one of given) edge.addRoute({ ...one, to: platform.backend.http });
      const servers = findAll(readNginx(platform.nginxConf), 'server').filter(
        ({ block }) => findAll(block, 'limit_conn').length > 0,
      );
      expect(servers.flatMap(({ block }) => valuesOf(block, 'server_name'))).toEqual(edge.hosts);
      for (const { host: own, path: wanted = '/' } of given) {
        const [server] = servers.filter(({ block }) => valuesOf(block, 'server_name').includes(own));
        const matching = valuesOf(server?.block ?? [], 'location').filter(
          (location) => location === wanted || location === `= ${wanted}`,
        );
        expect(matching).toHaveLength(1);
      }
      expect(platform.findings).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

/** Text as somebody would write it who wants to say more than a value. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc
    .tuple(
      fc.constantFrom('a.example.com', '/a', 'public', "default-src 'self'"),
      fc.constantFrom('"', "'", '\\', ';', '{', '}', '$', '#', ' ', '\n', '\t', '\0', '/'),
      fc.string(),
    )
    .map((parts) => parts.join('')),
);

/** The configuration with one text in one place; undefined when the text is refused. */
function configurationWith(place: string, value: string): string | undefined {
  const platform = new WebPlatform();
  const plain = {
    host: 'a.example.com',
    path: '/a',
    cacheControl: 'public',
    contentSecurityPolicy: "default-src 'self'",
  };
  const { host: name, path: at, cacheControl, ...headers } = { ...plain, [place]: value };
  try {
    const edge = platform.edge(headers);
    const to = place === 'upstream' ? endpointAt('x', value, '80') : platform.backend.http;
    edge.addRoute({ host: name, path: at, cacheControl, to });
  } catch (error) {
    if (error instanceof DescriptionError) return undefined;
    throw error;
  }
  return platform.nginxConf;
}

test.each(['host', 'path', 'cacheControl', 'contentSecurityPolicy', 'referrerPolicy', 'upstream'])(
  'no text in %s changes what NGINX is told, but for its value',
  (place) => {
    const harmless = place === 'path' ? '/b' : place === 'host' || place === 'upstream' ? 'b.example.com' : 'b';
    const shape = shapeOf(readNginx(configurationWith(place, harmless) ?? ''));
    let accepted = 0;
    fc.assert(
      fc.property(text, (value) => {
        const configuration = configurationWith(place, place === 'path' ? `/b${value}` : value);
        if (configuration === undefined) return;
        accepted += 1;
        expect(shapeOf(readNginx(configuration))).toBe(shape);
      }),
      { numRuns: 60, examples: [['b']] },
    );
    expect(accepted).toBeGreaterThan(0);
  },
);
