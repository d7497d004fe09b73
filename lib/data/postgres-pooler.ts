import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { Endpoint, PodPeer } from '../contracts';
import type { Image, Resources } from '../core';
import { Component, nameLabels } from '../core';
import { connect } from '../security';
import { priorityClassName } from '../workloads';
import {
  Pooler,
  PoolerSpecDeploymentStrategyType,
  PoolerSpecPgbouncerPoolMode,
  PoolerSpecType,
} from '../../imports/postgresql.cnpg.io';
import { OperatorPods } from './operator-pods';
import { resourceAmounts } from './postgres-cluster-spec';
import type { Consumer } from './postgres-connections';
import { consumersOf, sessionsOf } from './postgres-connections';

/** A pool of connections in front of a cluster. */
export interface PostgresPoolerProps {
  /** PgBouncer as CloudNativePG packs it; 1.19 or newer. */
  readonly image: Image;
  readonly instances: number;
  readonly resources: Resources;
  /** Sessions that each instance of the pooler holds for each database. */
  readonly poolSize: number;
  /**
   * When a server's session is free for the next client. `transaction` is only for clients
   * that keep nothing – settings, temporary tables, advisory locks – between transactions.
   * @default session
   */
  readonly poolMode?: 'session' | 'transaction';
}

const poolModes = {
  session: PoolerSpecPgbouncerPoolMode.SESSION,
  transaction: PoolerSpecPgbouncerPoolMode.TRANSACTION,
} as const;

/** A roll-out adds one pod, and another may still be stopping. */
const surge = 1;

/** The cluster that a pooler stands in front of. */
export interface PooledCluster {
  readonly name: string;
  readonly door: Endpoint;
  readonly apiServer: Endpoint;
  /** The databases that are declared, when everything is described. */
  readonly databases: () => readonly string[];
}

/**
 * PgBouncer in front of a CloudNativePG cluster: one Pooler, and the
 * NetworkPolicy of its pods. It shows the cluster's own certificate, and takes
 * as many clients as have declared sessions.
 */
export class PostgresPooler extends Construct {
  public readonly peer: PodPeer;
  public readonly host: string;

  constructor(
    scope: Construct,
    id: string,
    name: string,
    private readonly cluster: PooledCluster,
    private readonly props: PostgresPoolerProps,
  ) {
    super(scope, id);
    const { platform, namespace } = Component.containing(this);
    const { image, instances, resources, poolMode = 'session' } = props;
    this.host = `${name}.${namespace}.svc`;
    const pods = new OperatorPods(this, 'Pods', name, {
      labels: { 'cnpg.io/poolerName': name },
      shape: () => ({
        count: this.pods,
        containers: [resources],
        initContainers: [resources],
        claims: [],
        loadBalancers: 0,
      }),
      resource: this,
    });
    this.peer = pods.peer;
    connect(pods, cluster.apiServer, { startup: false });
    connect(pods, cluster.door);
    new Pooler(this, 'Resource', {
      metadata: { name, labels: { ...nameLabels(name) } },
      spec: {
        cluster: { name: cluster.name },
        type: PoolerSpecType.RW,
        instances,
        pgbouncer: {
          poolMode: poolModes[poolMode],
          parameters: Lazy.any({ produce: () => this.parameters() }) as Record<string, string>,
        },
        deploymentStrategy: {
          type: PoolerSpecDeploymentStrategyType.ROLLING_UPDATE,
          rollingUpdate: { maxSurge: surge, maxUnavailable: 0 },
        },
        template: {
          spec: {
            priorityClassName: priorityClassName(platform, 'data'),
            containers: [{ name: 'pgbouncer', image: image.reference, resources: resourceAmounts(resources) }],
          },
        },
      },
    });
  }

  /** What all its pods together may hold of the server. */
  public consumer(): Consumer {
    const sessions = this.props.poolSize * this.cluster.databases().length;
    return { client: this.peer.id, database: 'every database', replicas: this.pods, sessions };
  }

  /** What its pods may hold for one database. */
  public get sessionsForEach(): number {
    return this.props.poolSize * this.pods;
  }

  private get pods(): number {
    return this.props.instances + 2 * surge;
  }

  private parameters(): Record<string, string> {
    // One instance must be able to take everybody, while the others are away.
    const clients = sessionsOf(consumersOf(this, this.peer, () => true));
    return {
      client_tls_sslmode: 'require',
      default_pool_size: String(this.props.poolSize),
      max_client_conn: String(clients),
    };
  }
}
