export * from './external-postgres';
export * from './external-redis';
export * from './postgres';
export * from './postgres-contract';
export * from './redis';
export type { RedisPurpose } from './redis-purpose';
export type { RedisUserOptions } from './redis-rules';
export * from './redis-sentinel';
export type { RedisProps } from './redis-server';
