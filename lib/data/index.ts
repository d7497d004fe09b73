export * from './external-redis';
export * from './redis';
export type { RedisPurpose } from './redis-purpose';
export type { RedisUserOptions } from './redis-rules';
export * from './redis-sentinel';
export type { RedisProps } from './redis-server';
