import { Construct } from 'constructs';
import type { Endpoint } from '../contracts';
import type { Bytes, Image, Resources } from '../core';
import type { Availability, Files } from '../workloads';
import { claimVolume, ConfigFiles, StatefulWorkload } from '../workloads';
import { accessFiles, RedisAccess } from './redis-access';
import { redisConfig } from './redis-config';
import { redisPaths, redisPort } from './redis-layout';
import { demandRoom } from './redis-memory';
import type { RedisPurpose } from './redis-purpose';
import type { RedisUserOptions } from './redis-rules';
import { clientRules, keyPrefix } from './redis-rules';
import { liveness, readiness } from './redis-scripts';
import type { RedisUser } from './redis-users';
import { aclFile, nobody, ownUsers, RedisUsers } from './redis-users';
import { redisWiring } from './redis-wiring';

/** What every Redis of ours is described by. */
export interface RedisProps {
  readonly image: Image;
  /** What it is for: decides what happens when it is full and what its users may do. */
  readonly purpose: RedisPurpose;
  /** The volume of each pod: at least four times the data that the memory limit allows. */
  readonly storage: Bytes;
  /** @default - the cluster's default class */
  readonly storageClass?: string | undefined;
  /** The size of each pod; how much it may hold is computed from the memory limit. */
  readonly resources: Resources;
  /** What may fail: decides how the pods are kept apart. */
  readonly availability: Availability;
}

/** How one form of Redis differs from the other. */
export interface RedisServerProps extends RedisProps {
  readonly name: string;
  readonly replicas: number;
  readonly command: readonly string[];
  /** Configuration files and scripts besides those that every form has. */
  readonly files: () => Files;
  /** Users that the servers need for one another. */
  readonly ownUsers: Readonly<Record<string, readonly string[]>>;
  readonly preStop?: readonly string[];
  /** Seconds that a start may take before the server answers at all. Loading does not count: it answers LOADING. */
  readonly startSeconds: number;
}

/** SIGTERM makes it write a snapshot; the append-only file is complete before that. */
const terminationGracePeriodSeconds = 60;
const startPeriodSeconds = 2;
const readinessPeriodSeconds = 5;

/** May ask how the server is, from inside of the pod and without a password; sees no key. */
const probe: RedisUser = { name: ownUsers.probe, rules: ['-@all', '+ping', '+role'] };

/** The pods of Redis, alone or replicated, with their configuration and users. */
export class RedisServer extends Construct {
  public readonly workload: StatefulWorkload;
  private readonly users: RedisUsers;
  private readonly access: RedisAccess;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: RedisServerProps,
  ) {
    super(scope, id);
    const { name, image, resources, replicas } = props;
    const replicated = replicas > 1;
    demandRoom(scope, resources, { storage: props.storage, replicated });
    this.users = new RedisUsers(scope);
    const files = new ConfigFiles(this, 'Config', name, () => ({
      'redis.conf': redisConfig({ purpose: props.purpose, memory: resources.memory, replicated }),
      ...accessFiles(`${nobody}\n${aclFile([probe, ...this.users.list])}`),
      'liveness.sh': liveness,
      'readiness.sh': readiness,
      ...props.files(),
    }));
    this.access = new RedisAccess(this, files);
    const ask = (script: string): { readonly exec: readonly string[] } => ({
      exec: ['sh', `${redisPaths.config}/${script}`],
    });
    this.workload = new StatefulWorkload(this, name, {
      image,
      priority: 'data',
      resources,
      replicas,
      availability: props.availability,
      ports: [redisPort],
      command: props.command,
      claims: [{ name: 'data', size: props.storage, storageClass: props.storageClass }],
      mounts: [...this.access.mounts, { volume: claimVolume('data'), path: redisPaths.data }],
      probes: {
        liveness: ask('liveness.sh'),
        readiness: { ...ask('readiness.sh'), periodSeconds: readinessPeriodSeconds },
        startup: {
          ...ask('liveness.sh'),
          periodSeconds: startPeriodSeconds,
          failureThreshold: Math.ceil(props.startSeconds / startPeriodSeconds),
        },
      },
      ...(props.preStop === undefined ? {} : { preStop: props.preStop }),
      terminationGracePeriodSeconds,
      // Each finds its place by itself, and none waits for one that cannot start.
      podManagementPolicy: 'Parallel',
    });
    this.access.addTo(this.workload.pods, image);
    for (const [user, rules] of Object.entries(props.ownUsers)) this.users.addOwn(user, rules);
    for (const user of this.users.list) this.access.addPassword(user);
  }

  /** The door of the servers themselves. */
  public get endpoint(): Endpoint {
    return this.workload.pods.endpoint(redisPort);
  }

  /** The users that the servers have for one another. */
  public get ownUsers(): readonly RedisUser[] {
    return this.users.list.filter(({ name }) => name in this.props.ownUsers);
  }

  /** Declares a user, and returns the door through which it comes. */
  public user(name: string, options: RedisUserOptions): Endpoint {
    const user = this.users.add(name, clientRules(this, name, this.props.purpose, options));
    this.access.addPassword(user);
    return {
      ...this.endpoint,
      name,
      wiring: redisWiring({
        host: this.workload.host,
        port: redisPort.number,
        username: name,
        secret: user.secret,
        tls: false,
        prefix: options.keys ? undefined : keyPrefix(name),
      }),
    };
  }
}
