import type { PodPort } from '../contracts';

/** The port of Redis. */
export const redisPort: PodPort = { name: 'redis', number: 6379, protocol: 'TCP' };

/** The port of a Sentinel. */
export const sentinelPort: PodPort = { name: 'sentinel', number: 26379, protocol: 'TCP' };

/** Where things are in the containers of Redis and of Sentinel. */
const config = '/etc/redis';
const run = '/run/redis';
export const redisPaths = {
  /** The ConfigMap: configuration and scripts, read-only. */
  config,
  /** Memory: what is made of secrets, and gone with the pod. */
  run,
  /** The pod's volume. */
  data: '/data',
  /** Passwords by user, for the container that makes the ACL file only. */
  passwords: '/run/secrets/users',
  acl: `${run}/users.acl`,
  /** Passwords with which this server logs in to others. */
  outgoing: `${run}/outgoing.conf`,
} as const;
