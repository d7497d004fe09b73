import { Construct } from 'constructs';
import type { Endpoint } from '../contracts';
import type { Image } from '../core';
import { Bytes, resourcesOf } from '../core';
import type { Availability } from '../workloads';
import { claimVolume, ConfigFiles, StatefulWorkload } from '../workloads';
import { accessFiles, RedisAccess } from './redis-access';
import { redisPaths, sentinelPort } from './redis-layout';
import type { RedisUser } from './redis-users';
import { aclFile, ownUsers } from './redis-users';
import { sentinelConfig, sentinelUsers } from './sentinel-config';
import type { SentinelGroup } from './sentinel-scripts';
import { sentinelLiveness, sentinelReadiness, startSentinel } from './sentinel-scripts';

/** What Sentinels are described by. */
export interface SentinelsProps {
  readonly name: string;
  readonly image: Image;
  readonly storageClass: string | undefined;
  readonly availability: Availability;
  /** Those users of Redis that log in to Sentinels too. */
  readonly users: readonly RedisUser[];
  /** Who watches whom; asked when everything is described. */
  readonly group: () => SentinelGroup;
}

/** The fewest of which one can be lost and a majority remains. */
const count = 3;

/** A majority of the Sentinels. */
export const quorum = Math.floor(count / 2) + 1;

/** A few kilobytes; the smallest volume that every provider makes. */
const storage = Bytes.parse('1Gi');
/** It holds a few connections for each server, and no data. */
const resources = resourcesOf({ cpu: '50m', memory: '64Mi' });
const startPeriodSeconds = 2;
const startSeconds = 120;

/**
 * Three Sentinels: a `StatefulWorkload`, and a ConfigMap with their
 * configuration, users and scripts.
 *
 * Guarantees that they remember over any restart who leads: their state lies on
 * volumes. It holds the password of the user `sentinel` too, because Sentinel
 * writes its configuration as a whole; that user can steer replication and read
 * no key.
 */
export class Sentinels extends Construct {
  public readonly workload: StatefulWorkload;

  constructor(scope: Construct, id: string, props: SentinelsProps) {
    super(scope, id);
    const { name, image, group } = props;
    const users = sentinelUsers(props.users);
    const files = new ConfigFiles(this, 'Config', name, () => {
      const { masterName } = group();
      return {
        'sentinel.conf': sentinelConfig(masterName),
        ...accessFiles(aclFile(users)),
        'outgoing.txt': [`auth-pass ${masterName}`, 'sentinel-pass']
          .map((directive) => `${ownUsers.sentinel} sentinel ${directive}\n`)
          .join(''),
        'start.sh': startSentinel(group()),
        'liveness.sh': sentinelLiveness,
        'readiness.sh': sentinelReadiness(group()),
      };
    });
    const access = new RedisAccess(this, files);
    const ask = (script: string): { readonly exec: readonly string[] } => ({
      exec: ['sh', `${redisPaths.config}/${script}`],
    });
    this.workload = new StatefulWorkload(this, name, {
      image,
      priority: 'data',
      resources,
      replicas: count,
      availability: props.availability,
      ports: [sentinelPort],
      command: ['sh', `${redisPaths.config}/start.sh`],
      claims: [{ name: 'data', size: storage, storageClass: props.storageClass }],
      mounts: [...access.mounts, { volume: claimVolume('data'), path: redisPaths.data }],
      probes: {
        liveness: ask('liveness.sh'),
        readiness: ask('readiness.sh'),
        startup: {
          ...ask('readiness.sh'),
          periodSeconds: startPeriodSeconds,
          failureThreshold: Math.ceil(startSeconds / startPeriodSeconds),
        },
      },
      podManagementPolicy: 'Parallel',
    });
    access.addTo(this.workload.pods, image);
    for (const user of users) access.addPassword(user);
  }

  /** The hosts of the Sentinels, one by one: each answers for itself. */
  public get hosts(): readonly string[] {
    return Array.from({ length: count }, (_, replica) => this.workload.hostOf(replica));
  }

  public get endpoint(): Endpoint {
    return this.workload.pods.endpoint(sentinelPort);
  }
}
