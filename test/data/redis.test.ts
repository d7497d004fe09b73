import fc from 'fast-check';
import { Bytes, resourcesOf } from '../../lib/core';
import type { RedisProps, RedisUserOptions } from '../../lib/data';
import { Redis } from '../../lib/data';
import { connect, ExternalSecrets } from '../../lib/security';
import { image } from '../test-platform';
import { RedisPlatform, redisProps, usersOf } from './redis-fixture';

function build(more: Partial<RedisProps> = {}) {
  const platform = new RedisPlatform();
  const redis = new Redis(platform.data, 'redis', { ...redisProps, ...more });
  return { platform, redis };
}

function connected(options?: RedisUserOptions) {
  const { platform, redis } = build();
  connect(platform.client('backend'), redis.user('backend', options));
  return platform;
}

it('keeps every rule', () => {
  expect(connected().findings).toEqual([]);
});

it('stores where its volume is, and reads what the init container wrote', () => {
  const platform = connected();
  const { volumeMounts = [], command = [] } = platform.container('StatefulSet', 'redis');
  const { volumes = [] } = platform.spec('StatefulSet', 'redis').template?.spec ?? {};
  const conf = platform.files('redis')['redis.conf'] ?? '';
  const mountOf = (file: string) => volumeMounts.find(({ mountPath = '' }) => file.startsWith(`${mountPath}/`));
  const [, data = ''] = /^dir (.*)$/m.exec(conf) ?? [];
  const [, acl = ''] = /^aclfile (.*)$/m.exec(conf) ?? [];

  expect(volumeMounts.find(({ mountPath }) => mountPath === data)?.name).toBe('data');
  expect(volumes.find(({ name }) => name === mountOf(acl)?.name)?.emptyDir?.medium).toBe('Memory');
  expect(volumes.find(({ name }) => name === mountOf(command.at(-1) ?? '')?.name)?.configMap?.name).toBe('redis');
  const users = platform.container('StatefulSet', 'redis', 'users');
  expect(users.volumeMounts).toContainEqual(mountOf(acl));
});

it('asks by scripts that are in its ConfigMap, and never the same for both answers', () => {
  const platform = connected();
  const { readinessProbe, livenessProbe, startupProbe } = platform.container('StatefulSet', 'redis');
  const scripts = [readinessProbe, livenessProbe, startupProbe].map((probe) => probe?.exec?.command?.at(-1) ?? '');
  const files = Object.keys(platform.files('redis')).map((file) => `/etc/redis/${file}`);
  for (const script of scripts) expect(files).toContain(script);
  expect(scripts[0]).not.toBe(scripts[1]);
  // Loading may take longer than any budget, so a start is over as soon as there is an answer at all.
  expect(scripts[2]).toBe(scripts[1]);
});

it('knows each user, mounts its password for the init container alone, and gives the client the same', () => {
  const platform = new RedisPlatform(
    new ExternalSecrets({ store: { kind: 'ClusterSecretStore', name: 'vault' }, path: 'shop', refreshInterval: '1h' }),
  );
  const redis = new Redis(platform.data, 'redis', redisProps);
  for (const user of ['backend', 'reports']) connect(platform.client(user), redis.user(user));

  const users = usersOf(platform.files('redis')['users.acl']);
  expect(Object.keys(users)).toEqual(['default', 'probe', 'backend', 'reports']);
  expect(users.default).toBe('off');
  const withPassword = Object.keys(users).filter((name) => !/^off|nopass/.test(users[name] ?? ''));
  const { volumes = [] } = platform.spec('StatefulSet', 'redis').template?.spec ?? {};
  const passwords = volumes.find(({ projected }) => projected);
  const files = passwords?.projected?.sources?.map(({ secret }) => [secret?.items?.[0]?.path, secret?.name]);
  expect(files).toEqual(withPassword.map((name) => [name, `redis-${name}`]));

  const mounts = (name?: string) =>
    platform.container('StatefulSet', 'redis', name).volumeMounts?.map((mount) => mount.name);
  expect(mounts('users')).toContain(passwords?.name);
  expect(mounts()).not.toContain(passwords?.name);

  const { REDIS_USERNAME: user, REDIS_PASSWORD_FILE: file } = platform.variables('Deployment', 'backend');
  expect(user).toBe('backend');
  expect(file).toMatch(/\/redis-backend\/password$/);
  for (const namespace of ['shop-data', 'shop-app']) platform.get('ExternalSecret', 'redis-backend', namespace);
  expect(platform.findings).toEqual([]);
});

it('tells clients the host and port that its Service offers, and the prefix that its rules demand', () => {
  const platform = connected();
  const variables = platform.variables('Deployment', 'backend');
  const [port] = platform.spec('Service', 'redis').ports ?? [];
  expect(variables).toMatchObject({ REDIS_HOST: 'redis.shop-data.svc', REDIS_PORT: String(port?.port) });
  expect(platform.files('redis')['redis.conf']).toMatch(new RegExp(`^port ${String(port?.port)}$`, 'm'));
  const rules = usersOf(platform.files('redis')['users.acl']).backend?.split(' ');
  expect(rules).toContain(`~${String(variables.REDIS_PREFIX)}*`);
});

it('grants what was asked for, after what is never granted', () => {
  const platform = connected({ keys: ['cart:*', 'shared'], channels: ['news'], commands: ['scan', 'client|list'] });
  const rules = usersOf(platform.files('redis')['users.acl']).backend?.split(' ') ?? [];
  expect(rules.filter((rule) => /^[~&]/.test(rule))).toEqual(['~cart:*', '~shared', '&news']);
  for (const [granted, denied] of [
    ['+scan', '-scan'],
    ['+client|list', '-@admin'],
  ] as const) {
    expect(rules.indexOf(granted)).toBeGreaterThan(rules.indexOf(denied));
    expect(rules.indexOf(denied)).toBeGreaterThan(-1);
  }
  expect(platform.variables('Deployment', 'backend')).not.toHaveProperty('REDIS_PREFIX');
});

it('replaces its pods when its users change', () => {
  const annotations = (platform: RedisPlatform) =>
    platform.spec('StatefulSet', 'redis').template?.metadata?.annotations;
  expect(annotations(connected())).toEqual(annotations(connected()));
  expect(annotations(connected())).not.toEqual(annotations(connected({ commands: ['scan'] })));
});

it.each(['default', 'probe', 'replica', 'sentinel'])('fails on the user %s, whom the servers need', (name) => {
  expect(() => build().redis.user(name)).toThrow(/data\/redis: 'user'[^]*another name than default/);
});

it('fails on a user that exists, or whose name no Secret can have', () => {
  const { redis } = build();
  redis.user('backend');
  expect(() => redis.user('backend')).toThrow(
    /data\/redis: 'user' cannot be used[^]*not declared yet[^]*keep what user/,
  );
  expect(() => redis.user('Back_End')).toThrow(/got +Back_End[^]*a DNS label/);
  expect(() => redis.user('x'.repeat(70))).toThrow(/a DNS label/);
});

it.each<[keyof RedisUserOptions, string, RegExp]>([
  ['keys', 'cart *', /without spaces/],
  ['channels', '', /without spaces/],
  ['commands', '+@all', /a command in small letters/],
  ['commands', 'GET', /a command in small letters/],
])('fails on %s that could change the meaning of the rules: %s', (option, text, problem) => {
  expect(() => build().redis.user('backend', { [option]: [text] })).toThrow(problem);
});

it('fails when one volume cannot keep what is promised', () => {
  expect(() => build({ availability: 'zones' })).toThrow(
    /'availability'[^]*one volume lies in one zone[^]*RedisSentinel/,
  );
});

it('fails when the memory is too small to fork, or the volume for what memory holds', () => {
  expect(() => build({ resources: resourcesOf({ cpu: '50m', memory: '63Mi' }) })).toThrow(
    /'resources.memory'[^]*got +63Mi[^]*at least 64Mi/,
  );
  expect(() => build({ resources: resourcesOf({ cpu: '50m', memory: '1Gi' }) })).toThrow(
    /'storage'[^]*got +1Gi[^]*4 times the 716Mi/,
  );
});

it('keeps every rule whatever is described', () => {
  const described = fc.record({
    purpose: fc.constantFrom('cache', 'queue', 'sessions'),
    availability: fc.constantFrom('single', 'hosts'),
    memory: fc.integer({ min: 64, max: 8192 }),
    room: fc.integer({ min: 3, max: 30 }),
    users: fc.uniqueArray(fc.stringMatching(/^[a-z]{3,9}(-[a-z0-9]{1,9})?$/), { minLength: 1, maxLength: 5 }),
  } satisfies Record<string, fc.Arbitrary<unknown>>);
  fc.assert(
    fc.property(described, ({ memory, room, users, ...props }) => {
      const { platform, redis } = build({
        ...props,
        resources: resourcesOf({ cpu: '100m', memory: `${memory}Mi` }),
        storage: Bytes.mebi(memory * room),
      });
      fc.pre(users.every((name) => !['default', 'probe', 'replica', 'sentinel'].includes(name)));
      for (const name of users) connect(platform.client(name), redis.user(name));
      expect(platform.findings).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

it('accepts every property at once', () => {
  const props: Required<RedisProps> = { ...redisProps, image, storageClass: 'fast' };
  const platform = new RedisPlatform();
  const options: Required<RedisUserOptions> = { keys: ['a:*'], channels: ['a:*'], commands: ['scan'] };
  connect(platform.client('backend'), new Redis(platform.data, 'redis', props).user('backend', options));
  const [claim] = platform.spec('StatefulSet', 'redis').volumeClaimTemplates ?? [];
  expect(claim?.spec).toMatchObject({ storageClassName: 'fast', resources: { requests: { storage: '1Gi' } } });
});
