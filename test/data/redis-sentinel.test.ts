import fc from 'fast-check';
import { Bytes, resourcesOf, startLevels } from '../../lib/core';
import type { RedisSentinelProps } from '../../lib/data';
import { Redis, RedisSentinel } from '../../lib/data';
import { connect } from '../../lib/security';
import { RedisPlatform, redisProps, usersOf } from './redis-fixture';

const least: RedisSentinelProps = { ...redisProps, availability: 'zones' };

function build(more: Partial<RedisSentinelProps> = {}) {
  const platform = new RedisPlatform();
  const redis = new RedisSentinel(platform.data, 'redis', { ...least, ...more });
  return { platform, redis };
}

function connected(more: Partial<RedisSentinelProps> = {}): RedisPlatform {
  const { platform, redis } = build(more);
  connect(platform.client('backend'), redis.user('backend'));
  return platform;
}

/** Who may reach the pods of a set, by the name of the pods and the port. */
function admitted(platform: RedisPlatform, policy: string): readonly string[] {
  const { ingress = [] } = platform.spec('NetworkPolicy', policy);
  return ingress.map(({ from = [], ports = [] }) => {
    const labels = from[0]?.podSelector?.matchLabels as Record<string, string> | undefined;
    return `${String(labels?.['app.kubernetes.io/name'])} ${String(ports[0]?.port)}`;
  });
}

it('keeps every rule', () => {
  expect(connected().findings).toEqual([]);
});

it('lets servers, Sentinels and clients talk as they must, and nobody else', () => {
  const platform = connected();
  expect([...admitted(platform, 'redis')].sort()).toEqual(['backend 6379', 'redis 6379', 'redis-sentinel 6379']);
  expect([...admitted(platform, 'redis-sentinel')].sort()).toEqual([
    'backend 26379',
    'redis 26379',
    'redis-sentinel 26379',
  ]);
});

it('is let in by the Sentinels once, however many users a client has', () => {
  const { platform, redis } = build();
  const backend = platform.client('backend');
  connect(backend, redis.user('backend'));
  connect(backend, redis.user('jobs'), { variables: () => ({}) });
  expect(admitted(platform, 'redis-sentinel').filter((who) => who.startsWith('backend'))).toHaveLength(1);
});

it('starts the Sentinels first, then Redis, then clients', () => {
  const platform = connected();
  const levels = startLevels(platform.topology);
  const level = (id: string): number => levels.get(id) ?? NaN;
  expect(level('shop-data/redis-sentinel')).toBeLessThan(level('shop-data/redis'));
  expect(level('shop-data/redis')).toBeLessThan(level('shop-app/backend'));
});

it('needs a majority of the Sentinels, and tells everybody where each of them is', () => {
  const platform = connected();
  const { replicas = 0, serviceName = '' } = platform.spec('StatefulSet', 'redis-sentinel');
  const hosts = Array.from({ length: replicas }, (_, n) => `redis-sentinel-${n}.${serviceName}.shop-data.svc`);
  const { REDIS_SENTINELS: list, REDIS_MASTER_NAME: master } = platform.variables('Deployment', 'backend');
  expect(list).toBe(hosts.map((host) => `${host}:26379`).join(','));

  const start = platform.files('redis-sentinel')['start.sh'] ?? '';
  const [, name, quorum] = /sentinel monitor (\S+) \S+ 6379 (\d+)/.exec(start) ?? [];
  expect(name).toBe(master);
  expect(Number(quorum)).toBe(Math.floor(replicas / 2) + 1);
  for (const script of [start, platform.files('redis')['start.sh'], platform.files('redis')['hand-over.sh']]) {
    expect(script).toContain(hosts.join(' '));
  }
});

it('lets the Sentinels know every server by the name that it gives itself', () => {
  const platform = connected({ replicas: 5 });
  const { replicas = 0, serviceName = '' } = platform.spec('StatefulSet', 'redis');
  expect(replicas).toBe(5);
  const hosts = Array.from({ length: replicas }, (_, n) => `redis-${n}.${serviceName}.shop-data.svc`);
  expect(platform.files('redis-sentinel')['start.sh']).toContain(`for host in ${hosts.join(' ')}; do`);
  expect(platform.files('redis')['start.sh']).toContain(`self="$POD_NAME.${serviceName}.shop-data.svc"`);
  expect(platform.spec('Service', serviceName).publishNotReadyAddresses).toBe(true);
});

it('gives each side the passwords of those who log in there', () => {
  const platform = connected();
  const filesOf = (set: string) =>
    platform
      .spec('StatefulSet', set)
      .template?.spec?.volumes?.find(({ projected }) => projected)
      ?.projected?.sources?.map(({ secret }) => secret?.items?.[0]?.path);
  for (const set of ['redis', 'redis-sentinel']) {
    const files = platform.files(set);
    const users = usersOf(files['users.acl']);
    const withPassword = Object.keys(users).filter((name) => !/^off|nopass/.test(users[name] ?? ''));
    expect(filesOf(set)).toEqual(withPassword);
    const outgoing = files['outgoing.txt']?.trim().split('\n') ?? [];
    for (const line of outgoing) expect(withPassword).toContain(line.split(' ')[0]);
  }
  const configured = [platform.files('redis')['redis.conf'], platform.files('redis-sentinel')['sentinel.conf']];
  expect(configured[0]).toMatch(/^masteruser replica$/m);
  expect(configured[1]).toMatch(/^sentinel auth-user redis sentinel$/m);
  expect(configured[1]).toMatch(/^sentinel sentinel-user sentinel$/m);
});

it('lets nobody who has no password steer a Sentinel, and a Redis only hand over', () => {
  const users = usersOf(connected().files('redis-sentinel')['users.acl']);
  const grantedTo = (name: string) => users[name]?.split(' ').filter((rule) => rule.startsWith('+')) ?? [];
  expect(grantedTo('replica')).toEqual(['+sentinel|failover']);
  const granted = grantedTo('default');
  expect(granted).toContain('+sentinel|get-master-addr-by-name');
  for (const rule of ['+sentinel', '+sentinel|failover', '+sentinel|set', '+publish', '+@all']) {
    expect(granted).not.toContain(rule);
  }
});

it('hands over within its grace period', () => {
  const platform = connected();
  const { preStop } = platform.container('StatefulSet', 'redis').lifecycle ?? {};
  const grace = platform.spec('StatefulSet', 'redis').template?.spec?.terminationGracePeriodSeconds ?? 0;
  const script = platform.files('redis')['hand-over.sh'] ?? '';
  expect(preStop?.exec?.command?.at(-1)).toBe('/etc/redis/hand-over.sh');
  const [, waits] = /-lt (\d+) \]; do/.exec(script) ?? [];
  const sentinels = platform.spec('StatefulSet', 'redis-sentinel').replicas ?? 0;
  const [, seconds] = /timeout (\d+) redis-cli -h/.exec(script) ?? [];
  expect(Number(waits) + sentinels * Number(seconds)).toBeLessThan(grace);
});

it.each([2, 1, 0, 3.5])('fails on %s replicas', (replicas) => {
  expect(() => build({ replicas })).toThrow(/data\/redis: 'replicas'[^]*at least 3[^]*loss of one/);
});

it('fails on a user that the servers need for one another', () => {
  expect(() => build().redis.user('sentinel')).toThrow(/another name than/);
});

it('takes the place of a single one without a change to its clients', () => {
  const facts = (redis: (platform: RedisPlatform) => Redis | RedisSentinel): Record<string, string> => {
    const platform = new RedisPlatform();
    connect(platform.client('backend'), redis(platform).user('backend'));
    return platform.variables('Deployment', 'backend');
  };
  const single = facts(({ data }) => new Redis(data, 'redis', redisProps));
  const several = facts(({ data }) => new RedisSentinel(data, 'redis', least));
  expect(several).toMatchObject(single);
});

it('keeps every rule whatever is described', () => {
  const described = fc.record({
    purpose: fc.constantFrom('cache', 'queue', 'sessions'),
    availability: fc.constantFrom('single', 'hosts', 'zones'),
    replicas: fc.integer({ min: 3, max: 9 }),
    memory: fc.integer({ min: 64, max: 8192 }),
    id: fc.stringMatching(/^[a-z]{1,12}(-[a-z0-9]{1,12}){0,2}$/),
  } satisfies Record<string, fc.Arbitrary<unknown>>);
  fc.assert(
    fc.property(described, ({ memory, id, ...props }) => {
      const platform = new RedisPlatform();
      const resources = resourcesOf({ cpu: '100m', memory: `${memory}Mi` });
      const redis = new RedisSentinel(platform.data, id, {
        ...least,
        ...props,
        resources,
        storage: Bytes.mebi(memory * 4),
      });
      connect(platform.client('backend'), redis.user('backend'));
      expect(platform.findings).toEqual([]);
    }),
    { numRuns: 20 },
  );
});

it('accepts every property at once', () => {
  const props: Required<RedisSentinelProps> = { ...least, storageClass: 'fast', replicas: 3 };
  const platform = connected(props);
  for (const set of ['redis', 'redis-sentinel']) {
    const [claim] = platform.spec('StatefulSet', set).volumeClaimTemplates ?? [];
    expect(claim?.spec?.storageClassName).toBe('fast');
  }
});
