import { join } from 'node:path';
import { createPlatform } from '../../charts/platform';
import { objectionsTo } from '../../lib/checks';
import type { Environment, Exposure, PostgresSettings, RedisSettings, SecretsSource } from '../../lib/environment';
import { readEnvironments } from '../../lib/environment';
import { render } from '../../lib/synthesis';

const { environments, images } = readEnvironments(join(__dirname, '..', '..', 'environments'));

/** The section of the first environment that has it in the form looked for. */
function section<T>(of: (environment: Environment) => T, where: (value: T) => boolean): T {
  const found = environments.map(of).find(where);
  if (found === undefined) throw new Error('no environment has the form that is looked for');
  return found;
}

const cidrs = ['203.0.113.0/24'];
const exposures: Readonly<Record<string, Exposure>> = {
  loadBalancer: section(
    ({ exposure }) => exposure,
    ({ type }) => type === 'loadBalancer',
  ),
  ingress: section(
    ({ exposure }) => exposure,
    ({ type }) => type === 'ingress',
  ),
  gateway: {
    type: 'gateway',
    className: 'cilium',
    controllerNamespace: 'gateways',
    trustedProxies: ['10.244.0.0/16'],
    annotations: {},
  },
};
const databases: Readonly<Record<string, PostgresSettings>> = {
  statefulset: section(
    ({ postgres }) => postgres,
    ({ engine }) => engine === 'statefulset',
  ),
  cloudnativepg: section(
    ({ postgres }) => postgres,
    ({ engine }) => engine === 'cloudnativepg',
  ),
  external: { engine: 'external', host: 'db.example.com', port: 5432, cidrs, maxConnections: 1000 },
};
const stores: Readonly<Record<string, RedisSettings>> = {
  standalone: section(
    ({ redis }) => redis,
    ({ mode }) => mode === 'standalone',
  ),
  sentinel: section(
    ({ redis }) => redis,
    ({ mode }) => mode === 'sentinel',
  ),
  external: { mode: 'external', host: 'cache.example.com', port: 6379, cidrs },
};
const sources: Readonly<Record<string, SecretsSource>> = {
  'external-secrets': section(
    ({ secrets }) => secrets,
    ({ provider }) => provider === 'external-secrets',
  ),
  existing: { provider: 'existing' },
  generated: { provider: 'generated' },
};

const variants = Object.entries(exposures).flatMap(([exposureName, exposure]) =>
  Object.entries(databases).flatMap(([database, postgres]) =>
    Object.entries(stores).flatMap(([store, redis]) =>
      Object.entries(sources).map(
        ([source, secrets]) => [exposureName, database, store, source, { exposure, postgres, redis, secrets }] as const,
      ),
    ),
  ),
);

describe('a value of an environment file is all that it takes', () => {
  test.each(variants)(
    'to get %s, PostgreSQL %s, Redis %s, secrets %s',
    (_exposure, _database, _store, _source, changed) => {
      const base = section(
        (environment) => environment,
        ({ availability }) => availability === 'hosts',
      );
      const { root, intents } = createPlatform({ ...base, ...changed }, images);
      expect(objectionsTo(render(root), intents)).toBeUndefined();
    },
  );
});
