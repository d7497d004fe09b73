import fc from 'fast-check';
import { Bytes } from '../../lib/core';
import type { RedisPurpose } from '../../lib/data';
import { redisConfig } from '../../lib/data/redis-config';

const mebi = 2 ** 20;
const purposes: readonly RedisPurpose[] = ['cache', 'queue', 'sessions'];
const sizes = fc.record({
  purpose: fc.constantFrom(...purposes),
  memory: fc.integer({ min: 64, max: 1 << 18 }).map((size) => Bytes.mebi(size)),
  replicated: fc.boolean(),
});

/** The directives of a redis.conf, each with its arguments. */
function directives(text: string): Readonly<Record<string, string>> {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const pairs = lines.map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)] as const);
  expect(new Set(pairs.map(([name]) => name)).size).toBe(pairs.length);
  return Object.fromEntries(pairs);
}

function bytes(text: string | undefined): number {
  const [, digits] = /^(\d+)mb$/.exec(text ?? '') ?? [];
  return Number(digits) * mebi;
}

it('gives data 60 to 75 % of the memory limit, and less where replicas are fed', () => {
  fc.assert(
    fc.property(sizes, ({ purpose, memory }) => {
      const [alone, replicated] = [false, true].map((more) =>
        bytes(directives(redisConfig({ purpose, memory, replicated: more })).maxmemory),
      );
      for (const most of [alone, replicated]) {
        expect(most).toBeGreaterThan(memory.value * 0.6 - mebi);
        expect(most).toBeLessThanOrEqual(memory.value * 0.75);
      }
      expect(replicated).toBeLessThan(alone ?? 0);
    }),
  );
});

it('leaves a fork a quarter of the memory when a replica is as far behind as it may be', () => {
  fc.assert(
    fc.property(sizes, ({ purpose, memory }) => {
      const config = directives(redisConfig({ purpose, memory, replicated: true }));
      const [replica, hard, soft] = (config['client-output-buffer-limit'] ?? '').split(' ');
      expect(replica).toBe('replica');
      expect(bytes(soft)).toBeLessThanOrEqual(bytes(hard));
      expect(bytes(config.maxmemory) + bytes(hard)).toBeLessThanOrEqual(memory.value * 0.75);
      // Redis ignores a limit for replicas that is below the backlog.
      expect(bytes(config['repl-backlog-size'])).toBeLessThanOrEqual(bytes(hard));
      expect(bytes(config['repl-backlog-size'])).toBeGreaterThanOrEqual(mebi);
    }),
  );
});

it('forgets only what is a cache', () => {
  const policies = purposes.map((purpose) => {
    const config = redisConfig({ purpose, memory: Bytes.mebi(256), replicated: false });
    return [purpose, directives(config)['maxmemory-policy'] !== 'noeviction'];
  });
  expect(Object.fromEntries(policies)).toEqual({ cache: true, queue: false, sessions: false });
});

it('loses at most a second, whatever it is for', () => {
  fc.assert(
    fc.property(sizes, (size) => {
      expect(directives(redisConfig(size))).toMatchObject({ appendonly: 'yes', appendfsync: 'everysec', dir: '/data' });
    }),
  );
});

it('makes a master that has nobody to keep what is written refuse it, and only there', () => {
  const config = (replicated: boolean): Readonly<Record<string, string>> =>
    directives(redisConfig({ purpose: 'cache', memory: Bytes.mebi(256), replicated }));
  expect(Number(config(true)['min-replicas-to-write'])).toBeGreaterThan(0);
  expect(config(false)).not.toHaveProperty('min-replicas-to-write');
  expect(config(false)).not.toHaveProperty('masteruser');
});
