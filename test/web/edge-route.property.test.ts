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

/** A harmless value for each place that takes text. */
const harmless = {
  host: 'a.example.com',
  path: '/a/b',
  cacheControl: 'public, max-age=300',
  contentSecurityPolicy: "default-src 'self'",
  referrerPolicy: 'no-referrer',
  upstream: 'b.example.svc',
} as const;
type Place = keyof typeof harmless;

/** What could end a word, a directive or a block, or begin a variable or a comment. */
const signs = ['"', "'", '\\', ';', '{', '}', '$', '#', ' ', '\n', '\t', '\0', '\u00a0'];

/** The configuration with one text in one place; undefined when the text is refused. */
function configurationWith(place: Place, value: string): string | undefined {
  const platform = new WebPlatform();
  const { host: name, path: at, cacheControl, upstream, ...headers } = { ...harmless, [place]: value };
  try {
    platform.edge(headers).addRoute({ host: name, path: at, cacheControl, to: endpointAt('x', upstream, '80') });
  } catch (error) {
    if (error instanceof DescriptionError) return undefined;
    throw error;
  }
  return platform.nginxConf;
}

describe.each(Object.keys(harmless) as Place[])(
  'no text in %s changes what NGINX is told, but for its value',
  (place) => {
    const plain = harmless[place];
    const shape = shapeOf(readNginx(configurationWith(place, plain) ?? ''));
    const expectSameShape = (value: string): void => {
      const configuration = configurationWith(place, value);
      if (configuration !== undefined) expect(shapeOf(readNginx(configuration))).toBe(shape);
    };

    test('a sign anywhere in it', () => {
      expect(shape).toContain('server_name');
      for (const sign of signs) {
        for (let at = 0; at <= plain.length; at += 1) expectSameShape(plain.slice(0, at) + sign + plain.slice(at));
      }
    });

    test('anything after it', () => {
      const text = fc.string({ unit: 'grapheme', maxLength: 40 });
      fc.assert(
        fc.property(text, (value) => {
          expectSameShape(plain + value);
        }),
        { numRuns: 30 },
      );
    });
  },
);
