import { Construct } from 'constructs';
import type { Endpoint, PodPeer } from '../contracts';
import { invalidProp, objectName } from '../core';
import type { Availability } from '../workloads';
import { consumersOf, guardConnections, sessionsOf } from './postgres-connections';
import type { IPostgres } from './postgres-contract';
import type { Doorway } from './postgres-databases';
import { passwordKey, PostgresDatabases, postgresPort } from './postgres-databases';
import { requireRoom } from './postgres-limits';
import { defaultReservedConnections } from './postgres-parameters';
import { PostgresProvisioning } from './postgres-provisioning';
import type { PostgresServerProps } from './postgres-server';
import { PostgresServer, superuser } from './postgres-server';

/** A server of one instance. */
export interface PostgresProps extends PostgresServerProps {
  /** Sessions that the server accepts, three of them for superusers. All that is connected must fit. */
  readonly maxConnections: number;
}

/**
 * PostgreSQL as one instance on one volume: a `StatefulWorkload` with its
 * ConfigMap, the server's Certificate, the superuser's Secret, and the `Task`
 * that provisions roles and databases.
 *
 * Guarantees checksums, TLS and SCRAM for every session, a configuration that
 * stays within the memory limit with all sessions at work, and that clients
 * together never hold more sessions than there are. A renewed certificate and
 * a rotated password of the superuser take effect without a restart: a small
 * container beside the server watches for both.
 *
 * It is away while its node is replaced; for failover see `PostgresCluster`.
 * A volume for the write-ahead log cannot be added to a server that exists.
 */
export class Postgres extends Construct implements IPostgres {
  public readonly peer: PodPeer;
  private readonly databases: PostgresDatabases;
  private readonly doorway: Doorway;

  constructor(scope: Construct, id: string, props: PostgresProps) {
    super(scope, id);
    const { image, resources, maxConnections, storage, walStorage } = props;
    const { memory, cpuLimit } = resources;
    const reservedConnections = defaultReservedConnections;
    const sizing = { memory, cpuLimit, maxConnections, reservedConnections, storage, walStorage };
    requireOneZone(this, props.availability);
    requireRoom(this, sizing);

    const server = new PostgresServer(this, 'Server', id, props, sizing);
    this.peer = server.peer;
    const provisioning = new PostgresProvisioning(this, 'Provisioning', objectName(id, 'provision'), {
      image,
      server: superuserDoor(server),
      databases: () => this.databases.names.map((name) => ({ name, sessions: this.sessionsFor(name) })),
    });
    this.databases = new PostgresDatabases(this, {
      name: id,
      onDeclared: (name, secret) => {
        provisioning.addRole(name, secret, passwordKey);
      },
    });
    this.doorway = {
      prefix: 'DATABASE',
      host: server.host,
      server: this.peer,
      port: postgresPort,
      tls: true,
      readyAfter: [provisioning.peer],
    };
    const waysOut = 'raise maxConnections, and the memory with it, or put a pooler in front (engine: cloudnativepg)';
    guardConnections(this, { maxConnections, reserved: reservedConnections, waysOut }, () =>
      consumersOf(this, this.peer, () => true),
    );
  }

  public database(name: string): Endpoint {
    return this.databases.through(this.doorway, name);
  }

  /** There are no replicas, so this is the same server. */
  public readOnlyDatabase(name: string): Endpoint {
    return this.databases.through({ ...this.doorway, prefix: 'READ_DATABASE', suffix: '-read' }, name);
  }

  /** What the clients of one database hold together: its role gets no more. */
  private sessionsFor(database: string): number {
    return sessionsOf(consumersOf(this, this.peer, ({ wiring }) => wiring?.values.NAME === database));
  }
}

function requireOneZone(construct: Construct, availability: Availability): void {
  if (availability !== 'zones') return;
  throw invalidProp(construct, {
    prop: 'availability',
    got: availability,
    expected: 'single or hosts: one volume lies in one zone, and is away with it',
    fix: 'use PostgresCluster, whose replicas are spread over zones',
  });
}

/** The server as its superuser enters it, to provision. */
function superuserDoor({ peer, host, superuserSecret }: PostgresServer): Endpoint {
  return {
    name: superuser,
    server: peer,
    ports: [postgresPort],
    wiring: {
      prefix: 'PG',
      values: {
        HOST: host,
        PORT: String(postgresPort.number),
        USER: superuser,
        NAME: superuser,
        SSLMODE: 'verify-full',
      },
      secrets: { PASSWORD: { secret: superuserSecret, key: passwordKey } },
      tls: true,
    },
    // One as the superuser, one as the role whose password it tries.
    defaultSessions: 2,
  };
}
