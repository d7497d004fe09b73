import type { RedisPurpose } from '../lib/data';
import { Redis } from '../lib/data';
import { connect } from '../lib/security';
import { RedisPlatform, redisProps } from '../test/data/redis-fixture';
import { Dist } from './harness/dist';
import { Network } from './harness/network';
import { alpine } from './data/alpine';
import { RedisPod } from './data/redis-pod';

/** A Redis of a purpose that no environment of dist may have, rendered as synthesis would. */
function render(purpose: RedisPurpose): Dist {
  const platform = new RedisPlatform();
  const redis = new Redis(platform.data, 'redis', { ...redisProps, purpose });
  connect(platform.client('backend'), redis.user('backend', { keys: ['cart:*', 'work:*'], commands: ['scan'] }));
  connect(platform.client('reports'), redis.user('reports'));
  return new Dist(platform.manifests.map(({ object }) => object));
}

describe.each<RedisPurpose>(['queue', 'sessions'])('Redis for %s', (purpose) => {
  let network: Network;
  let redis: RedisPod;

  beforeAll(async () => {
    const dist = render(purpose);
    network = await Network.open();
    const image = await alpine(network.folder);
    redis = await RedisPod.start({ network, dist, workload: dist.get('StatefulSet', 'redis'), image });
    await redis.ready();
  });
  afterAll(async () => {
    await redis.close();
    await network.close();
  });

  test('has the users that were declared, each with its own password', async () => {
    expect(await redis.ask('backend', 'PING')).toBe('PONG');
    expect(await redis.ask('reports', 'SET', 'reports:a', '1')).toBe('OK');
    expect(await redis.ask('reports', 'GET', 'cart:1')).toMatch(/^NOPERM/);
    expect(await redis.ask('backend', 'GET', 'reports:a')).toMatch(/^NOPERM/);
  });

  test('patterns and commands that were asked for are granted, and to nobody else', async () => {
    expect(await redis.ask('backend', 'SET', 'cart:1', '1')).toBe('OK');
    expect(await redis.ask('backend', 'SET', 'backend:1', '1')).toMatch(/^NOPERM/);
    expect(await redis.ask('backend', 'SCAN', '0')).toContain('cart:1');
    expect(await redis.ask('reports', 'SCAN', '0')).toMatch(/^NOPERM/);
  });

  test('only a queue waits for work', async () => {
    const answer = await redis.ask('backend', 'BLPOP', 'work:queue', '0.1');
    if (purpose === 'queue') expect(answer).toBe('');
    else expect(answer).toMatch(/^NOPERM/);
  });

  test('when it is full it refuses, and forgets nothing', async () => {
    const megabyte = "for i = 1, 10 do redis.call('set', KEYS[1] .. i, string.rep('x', 1048576)) end return 'done'";
    let written = 0;
    let answer = '';
    for (let round = 0; round < 40 && !answer.includes('OOM'); round += 1) {
      answer = await redis.ask('reports', 'EVAL', megabyte, '1', `reports:${round}:`);
      if (answer === 'done') written += 10;
    }
    expect(answer).toContain('OOM');
    expect(await redis.ask('reports', 'SET', 'reports:more', '1')).toMatch(/^OOM/);
    const keys = Array.from({ length: written }, (_, n) => `reports:${Math.floor(n / 10)}:${(n % 10) + 1}`);
    expect(await redis.ask('reports', 'EXISTS', ...keys)).toBe(String(written));
  });
});
