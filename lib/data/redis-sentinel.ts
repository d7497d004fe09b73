import { Construct } from 'constructs';
import type { Endpoint } from '../contracts';
import { invalidProp, objectName } from '../core';
import { connect } from '../security';
import type { IRedis } from './redis';
import { redisPaths } from './redis-layout';
import type { RedisUserOptions } from './redis-rules';
import type { RedisProps } from './redis-server';
import { RedisServer } from './redis-server';
import { ownUsers } from './redis-users';
import { replicaRules, sentinelRules } from './sentinel-config';
import type { SentinelGroup } from './sentinel-scripts';
import { handOver, startRedis } from './sentinel-scripts';
import { quorum, Sentinels } from './sentinels';
import { sentinelPort } from './redis-layout';

/** What a Redis with failover is described by. */
export interface RedisSentinelProps extends RedisProps {
  /**
   * Pods of Redis: one master, the others follow it. At least 3, so that one can
   * fail and the master still has a replica that keeps what is written.
   * @default 3
   */
  readonly replicas?: number;
}

const fewestReplicas = 3;
/** It waits for the Sentinels, which may come up on new nodes with volumes to attach. */
const startSeconds = 600;

/**
 * A Redis that survives the loss of a pod: several pods of Redis and three
 * Sentinels that watch them and promote a replica when the master is gone.
 *
 * Guarantees one master at a time: a pod joins as what a majority of the
 * Sentinels says, never as what it was; a master that has lost its replicas
 * refuses writes within 10 s. What was not yet replicated when a master dies is
 * lost: replication is asynchronous.
 *
 * Clients must know Sentinel: they ask SENTINELS for MASTER_NAME. HOST is any
 * replica, good for reading.
 */
export class RedisSentinel extends Construct implements IRedis {
  private readonly server: RedisServer;
  private readonly sentinels: Sentinels;
  private readonly masterName: string;

  constructor(scope: Construct, id: string, props: RedisSentinelProps) {
    super(scope, id);
    const replicas = props.replicas ?? fewestReplicas;
    if (!Number.isInteger(replicas) || replicas < fewestReplicas) {
      throw invalidProp(this, {
        prop: 'replicas',
        got: replicas,
        expected: `a whole number of at least ${fewestReplicas}`,
        fix: 'with two, the loss of one leaves a master that may not write; use three, or a single Redis',
      });
    }
    this.masterName = id;
    const group = (): SentinelGroup => ({
      masterName: this.masterName,
      redisHosts: Array.from({ length: replicas }, (_, replica) => this.server.workload.hostOf(replica)),
      redisDomain: this.server.workload.headlessHost,
      sentinelHosts: this.sentinels.hosts,
      sentinelDomain: this.sentinels.workload.headlessHost,
      quorum,
    });
    this.server = new RedisServer(this, 'server', {
      ...props,
      name: id,
      replicas,
      command: ['sh', `${redisPaths.config}/start.sh`],
      preStop: ['sh', `${redisPaths.config}/hand-over.sh`],
      files: () => ({
        'start.sh': startRedis(group()),
        'hand-over.sh': handOver(group()),
        'outgoing.txt': `${ownUsers.replica} masterauth\n`,
      }),
      ownUsers: { [ownUsers.replica]: replicaRules, [ownUsers.sentinel]: sentinelRules },
      startSeconds,
    });
    this.sentinels = new Sentinels(this, 'sentinels', {
      name: objectName(id, 'sentinel'),
      image: props.image,
      storageClass: props.storageClass,
      availability: props.availability,
      users: this.server.ownUsers,
      group,
    });
    const redis = this.server.workload;
    const sentinels = this.sentinels.workload;
    // Redis waits for the Sentinels, which come up alone.
    connect(redis, this.sentinels.endpoint);
    connect(sentinels, this.sentinels.endpoint, { startup: false });
    connect(sentinels, this.server.endpoint, { startup: false });
    connect(redis, this.server.endpoint, { startup: false });
  }

  public user(name: string, options: RedisUserOptions = {}): Endpoint {
    const endpoint = this.server.user(name, options);
    if (!endpoint.wiring) return endpoint;
    const { wiring } = endpoint;
    const addresses = this.sentinels.hosts.map((host) => `${host}:${sentinelPort.number}`);
    return {
      ...endpoint,
      companions: [this.sentinels.endpoint],
      wiring: {
        ...wiring,
        values: { ...wiring.values, SENTINELS: addresses.join(','), MASTER_NAME: this.masterName },
      },
    };
  }
}
