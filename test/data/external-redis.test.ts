import type { ExternalRedisProps } from '../../lib/data';
import { ExternalRedis } from '../../lib/data';
import { connect } from '../../lib/security';
import { RedisPlatform } from './redis-fixture';

const least: ExternalRedisProps = { host: 'cache.example.com', cidrs: ['192.0.2.0/28'] };

function connected(more: Partial<ExternalRedisProps> = {}): RedisPlatform {
  const platform = new RedisPlatform();
  const redis = new ExternalRedis(platform.app, 'redis', { ...least, ...more });
  connect(platform.client('backend'), redis.user('backend'));
  connect(platform.client('store', platform.data), redis.user('store'));
  return platform;
}

it('keeps every rule', () => {
  expect(connected().findings).toEqual([]);
});

it('makes no pods, and opens the way to its addresses on its port alone', () => {
  const platform = connected({ port: 6380 });
  expect(platform.ofKind('StatefulSet')).toEqual([]);
  const { egress = [] } = platform.spec('NetworkPolicy', 'backend');
  expect(egress).toContainEqual({
    to: [{ ipBlock: { cidr: '192.0.2.0/28' } }],
    ports: [{ port: 6380, protocol: 'TCP' }],
  });
  expect(platform.variables('Deployment', 'backend')).toMatchObject({
    REDIS_HOST: 'cache.example.com',
    REDIS_PORT: '6380',
    REDIS_USERNAME: 'backend',
    REDIS_TLS: 'true',
  });
});

it('hands the authority to clients where there is one', () => {
  const file = (platform: RedisPlatform) => platform.variables('Deployment', 'backend').REDIS_CA_FILE;
  expect(file(connected({ caSecret: 'cache-ca' }))).toMatch(/\/cache-ca\/ca\.crt$/);
  expect(file(connected())).toBeUndefined();
});

it('logs everybody in under one name where the service knows only one', () => {
  const platform = connected({ username: 'default' });
  for (const client of ['backend', 'store']) {
    const variables = platform.variables('Deployment', client);
    expect(variables.REDIS_USERNAME).toBe('default');
    expect(variables.REDIS_PASSWORD_FILE).toMatch(new RegExp(`/redis-${client}/password$`));
  }
});

it('fails on a user that is declared already', () => {
  const redis = new ExternalRedis(new RedisPlatform().app, 'redis', least);
  redis.user('backend');
  expect(() => redis.user('backend')).toThrow(/app\/redis: 'user'[^]*not declared yet/);
});

it('accepts every property at once', () => {
  const props: Required<ExternalRedisProps> = {
    ...least,
    port: 6379,
    tls: false,
    caSecret: 'cache-ca',
    username: 'default',
  };
  const platform = connected(props);
  expect(platform.variables('Deployment', 'backend').REDIS_TLS).toBe('false');
  expect(platform.findings).toEqual([]);
});
