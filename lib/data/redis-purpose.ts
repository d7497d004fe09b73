/**
 * What a Redis is for. Decides what happens when it is full and what its users
 * may do, so it is a type and not two settings that can contradict each other.
 *
 * - `cache`: whatever is lost can be computed again, so the full store forgets.
 * - `queue`: work that waits; forgetting it is an error, so the full store refuses.
 * - `sessions`: who is signed in; forgetting it signs people out, so the full store refuses.
 */
export type RedisPurpose = 'cache' | 'queue' | 'sessions';

/** What the purpose decides. */
interface Traits {
  /** `maxmemory-policy`. */
  readonly evictionPolicy: 'allkeys-lru' | 'noeviction';
  /** ACL rules that grant what the purpose needs; what is never granted is taken away after them. */
  readonly commands: readonly string[];
}

/** LRU for the cache: what the documentation of Redis recommends where nothing is known of the access pattern. */
export const traitsOf: Readonly<Record<RedisPurpose, Traits>> = {
  cache: { evictionPolicy: 'allkeys-lru', commands: ['+@read', '+@write', '+@pubsub', '-@blocking'] },
  queue: { evictionPolicy: 'noeviction', commands: ['+@read', '+@write', '+@pubsub'] },
  sessions: {
    evictionPolicy: 'noeviction',
    commands: ['+@keyspace', '+@string', '+@hash', '+@set', '+@sortedset', '-@blocking'],
  },
};
