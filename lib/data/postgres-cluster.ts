import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { Endpoint, PodPeer } from '../contracts';
import type { Bytes, Image, Resources } from '../core';
import { Component, invalidProp, nameLabels, objectName } from '../core';
import { TlsCertificate } from '../security';
import type { Availability } from '../workloads';
import { keepData } from '../workloads';
import type { ClusterSpec } from '../../imports/postgresql.cnpg.io';
import { Cluster, Database, DatabaseSpecDatabaseReclaimPolicy } from '../../imports/postgresql.cnpg.io';
import { certificateNames } from './certificate-names';
import { createClusterPods } from './postgres-cluster-pods';
import { clusterSpec, managedRole, operatorScratch } from './postgres-cluster-spec';
import type { Consumer } from './postgres-connections';
import { consumersOf, guardConnections, sessionsOf } from './postgres-connections';
import type { IPostgres } from './postgres-contract';
import type { Doorway } from './postgres-databases';
import { PostgresDatabases, postgresPort } from './postgres-databases';
import { requireRoom } from './postgres-limits';
import type { PostgresPoolerProps } from './postgres-pooler';
import { PostgresPooler } from './postgres-pooler';

/** A primary with replicas. */
export interface PostgresClusterProps {
  /** An image for CloudNativePG, of PostgreSQL 15. */
  readonly image: Image;
  /** The primary and its replicas; at least 2. */
  readonly instances: number;
  /** The size of one instance. */
  readonly resources: Resources;
  readonly availability: Availability;
  /** Size of the data volume of one instance. */
  readonly storage: Bytes;
  /** Size of a volume for the write-ahead log alone. @default - it lies on the data volume */
  readonly walStorage?: Bytes | undefined;
  /** @default - the cluster's default class */
  readonly storageClass?: string | undefined;
  /** Sessions that one instance accepts; its own manager's included. */
  readonly maxConnections: number;
  /** Where the operator runs. */
  readonly operatorNamespace: string;
  /** What the instances ask who leads. */
  readonly apiServer: Endpoint;
  /** @default - clients are connected to the primary itself */
  readonly pooler?: PostgresPoolerProps;
}

/** The instance manager is a superuser: status, metrics and roles take a few sessions at once. */
const reservedConnections = 10;
/** The label of Secrets whose change the operator acts upon. */
const reload = { 'cnpg.io/reload': 'true' } as const;

/**
 * PostgreSQL with replicas and automatic failover, run by CloudNativePG: one
 * Cluster, a Database for each database, the server's Certificate, and the
 * NetworkPolicies of the pods that the operator makes.
 *
 * Guarantees that a commit is on two instances before it is confirmed (three
 * instances or more), that failover loses none of those, TLS and SCRAM for
 * every session, and a connection budget over all clients.
 *
 * The server's certificate is signed by the platform's authority, so clients
 * can verify it. The authority of the replicas' certificates stays the
 * operator's own: under a shared one, whoever may ask for a certificate could
 * call himself `streaming_replica` and copy everything.
 */
export class PostgresCluster extends Construct implements IPostgres {
  public readonly peer: PodPeer;
  private readonly databases: PostgresDatabases;
  private readonly pooler: PostgresPooler | undefined;
  private readonly primary: Doorway;
  private readonly replicas: Doorway;

  constructor(scope: Construct, id: string, props: PostgresClusterProps) {
    super(scope, id);
    const { memory, cpuLimit } = props.resources;
    const { maxConnections, storage, walStorage } = props;
    const sizing = { memory, cpuLimit, maxConnections, reservedConnections, storage, walStorage };
    requireInstances(this, props.instances);
    requireRoom(this, sizing);

    const { namespace, platform } = Component.containing(this);
    const resources = { ...props.resources, ephemeralStorage: props.resources.ephemeralStorage.plus(operatorScratch) };
    const claims = walStorage === undefined ? [storage] : [storage, walStorage];
    this.peer = createClusterPods(this, id, { ...props, resources, claims }).peer;
    const door = { name: 'postgres', server: this.peer, ports: [postgresPort] };
    const host = (service: string): string => `${id}-${service}.${namespace}.svc`;
    const doorway = { host: host('rw'), server: this.peer, port: postgresPort, tls: true };
    this.replicas = { ...doorway, prefix: 'READ_DATABASE', suffix: '-read', host: host('ro') };

    this.databases = new PostgresDatabases(this, {
      name: id,
      secret: (role) => ({ type: 'kubernetes.io/basic-auth', fixed: { username: role }, labels: reload }),
      onDeclared: (name, secret) => {
        secret.availableIn(this);
        this.addDatabase(id, name);
      },
    });
    const poolerName = objectName(id, 'pooler');
    this.pooler =
      props.pooler &&
      new PostgresPooler(
        this,
        'Pooler',
        poolerName,
        { name: id, door, apiServer: props.apiServer, databases: () => this.databases.names },
        props.pooler,
      );
    this.primary = {
      ...doorway,
      prefix: 'DATABASE',
      ...(this.pooler && { host: this.pooler.host, server: this.pooler.peer }),
    };

    const hosts = [...['rw', 'ro', 'r'].map(host), ...(this.pooler ? [this.pooler.host] : [])];
    const certificate = new TlsCertificate(this, 'Certificate', {
      name: objectName(id, 'server-tls'),
      usage: 'server',
      dnsNames: certificateNames(namespace, hosts),
      secretLabels: reload,
    });
    new Cluster(this, 'Resource', {
      metadata: { name: id, labels: { ...nameLabels(id) }, annotations: keepData },
      spec: Lazy.any({
        produce: () =>
          clusterSpec(id, platform, { ...props, resources }, sizing, {
            certificate: certificate.name,
            roles: this.databases.names.map((name) => managedRole(objectName(id, name), name, this.sessionsFor(name))),
          }),
      }) as ClusterSpec,
    });
    const waysOut = `raise maxConnections, and the memory with it${this.pooler ? '' : ', or give the cluster a `pooler`'}`;
    guardConnections(this, { maxConnections, reserved: reservedConnections, waysOut }, () => this.consumers());
  }

  public database(name: string): Endpoint {
    return this.databases.through(this.primary, name);
  }

  /** On the replicas, wherever they are; there is none while the last one is away. */
  public readOnlyDatabase(name: string): Endpoint {
    return this.databases.through(this.replicas, name);
  }

  /** After a failover, sessions that read are still on the instance that now leads: both kinds must fit on one. */
  private consumers(): readonly Consumer[] {
    const direct = consumersOf(this, this.peer, ({ wiring }) => wiring !== undefined);
    return this.pooler ? [...direct, this.pooler.consumer()] : direct;
  }

  /** What one role may hold on one instance. */
  private sessionsFor(database: string): number {
    const direct = consumersOf(this, this.peer, ({ wiring }) => wiring?.values.NAME === database);
    return sessionsOf(direct) + (this.pooler?.sessionsForEach ?? 0);
  }

  private addDatabase(cluster: string, name: string): void {
    new Database(this, `database-${name}`, {
      metadata: {
        name: objectName(cluster, name),
        labels: { ...nameLabels(objectName(cluster, name)) },
        annotations: keepData,
      },
      spec: {
        cluster: { name: cluster },
        name,
        owner: name,
        databaseReclaimPolicy: DatabaseSpecDatabaseReclaimPolicy.RETAIN,
      },
    });
  }
}

function requireInstances(construct: Construct, instances: number): void {
  if (instances >= 2) return;
  throw invalidProp(construct, {
    prop: 'instances',
    got: instances,
    expected: '2 or more: a primary and a replica that can take over',
    fix: 'use Postgres (engine: statefulset) for a single instance',
  });
}
