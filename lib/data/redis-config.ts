import { maxMemory, replicaBuffer, replicationBacklog } from './redis-memory';
import type { RedisSize } from './redis-memory';
import { redisPaths, redisPort } from './redis-layout';
import type { RedisPurpose } from './redis-purpose';
import { traitsOf } from './redis-purpose';
import { ownUsers } from './redis-users';

/** What a redis.conf follows from. */
export interface RedisConfigProps extends RedisSize {
  readonly purpose: RedisPurpose;
}

/** Replicas that must be there, and how many seconds they may be behind, for a master to accept writes. */
const replicasToWrite = 1;
const replicaLagSeconds = 10;
const slowReplicaSeconds = 60;

/** The redis.conf of a server; the same for a master and its replicas. */
export function redisConfig(props: RedisConfigProps): string {
  const sections = [
    [
      '# Clients keep idle connections in pools, so none is closed for being idle; dead ones are found by asking.',
      'bind * -::*',
      `port ${redisPort.number}`,
      'timeout 0',
      'tcp-keepalive 60',
      '# Refuses everybody but this pod should there ever be no users.',
      'protected-mode yes',
      `aclfile ${redisPaths.acl}`,
    ],
    ['# Log: to the container.', 'loglevel notice', 'logfile ""'],
    [
      '# Memory: data first, then what saving and slow clients need.',
      `maxmemory ${maxMemory(props).mebibytes}mb`,
      `maxmemory-policy ${traitsOf[props.purpose].evictionPolicy}`,
      'maxmemory-clients 10%',
      '# Large values are freed beside the work, not in its way.',
      'lazyfree-lazy-eviction yes',
      'lazyfree-lazy-expire yes',
      'lazyfree-lazy-server-del yes',
      'lazyfree-lazy-user-del yes',
    ],
    [
      '# Persistence: the append-only file loses at most a second; snapshots are for backups and a fast stop.',
      `dir ${redisPaths.data}`,
      'appendonly yes',
      'appendfsync everysec',
      'aof-use-rdb-preamble yes',
      'aof-load-truncated yes',
      'auto-aof-rewrite-percentage 100',
      'auto-aof-rewrite-min-size 64mb',
      'save 3600 1 300 100 60 10000',
      'stop-writes-on-bgsave-error yes',
      'rdbcompression yes',
      'rdbchecksum yes',
    ],
    ...(props.replicated ? [replication(props)] : []),
  ];
  return `${sections.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function replication(size: RedisSize): readonly string[] {
  const hard = replicaBuffer(size).mebibytes;
  return [
    '# Replication: a master without replicas refuses writes, because nobody would keep them if it were replaced.',
    `masteruser ${ownUsers.replica}`,
    `min-replicas-to-write ${replicasToWrite}`,
    `min-replicas-max-lag ${replicaLagSeconds}`,
    'replica-read-only yes',
    'replica-serve-stale-data yes',
    'replica-lazy-flush yes',
    // Long enough for a second replica that asks for a copy at the same time.
    'repl-diskless-sync-delay 1',
    `repl-backlog-size ${Math.max(1, replicationBacklog(size).mebibytes)}mb`,
    `client-output-buffer-limit replica ${hard}mb ${Math.ceil(hard / 2)}mb ${slowReplicaSeconds}`,
  ];
}
