import { Construct } from 'constructs';
import type { Endpoint } from '../contracts';
import { Component } from '../core';
import { addresses, certificateKeys, Secret } from '../security';
import { consumersOf, guardConnections } from './postgres-connections';
import type { IPostgres } from './postgres-contract';
import type { Doorway } from './postgres-databases';
import { PostgresDatabases, postgresPort } from './postgres-databases';

/** A server that somebody else runs. */
export interface ExternalPostgresProps {
  /** Its name, as its certificate spells it. */
  readonly host: string;
  /** @default 5432 */
  readonly port?: number;
  /** Addresses behind that name; a network policy knows no host names. */
  readonly cidrs: readonly string[];
  /** Sessions that it grants to this platform. */
  readonly maxConnections: number;
  /**
   * The Secret that holds its authority under `ca.crt`.
   * @default - a public authority, which clients find in their own images
   */
  readonly caSecret?: string | undefined;
}

/**
 * A managed PostgreSQL outside of the cluster (T8): no objects but the Secrets
 * of its roles, in the namespaces that use them.
 *
 * Its owner creates the databases and roles, each under the name that clients
 * were promised, with the passwords of those Secrets. Guarantees that clients
 * verify its certificate, reach nothing but its addresses, and together hold
 * no more sessions than it grants.
 */
export class ExternalPostgres extends Construct implements IPostgres {
  private readonly databases: PostgresDatabases;
  private readonly doorway: Doorway;

  constructor(scope: Construct, id: string, props: ExternalPostgresProps) {
    super(scope, id);
    const { host, port = postgresPort.number, cidrs, maxConnections, caSecret } = props;
    const server = addresses(`${Component.containing(this).namespace}/${id}`, cidrs);
    const authority = certificateKeys.authority;
    this.databases = new PostgresDatabases(this, { name: id });
    this.doorway = {
      prefix: 'DATABASE',
      host,
      server,
      port: { ...postgresPort, number: port },
      tls: false,
      ...(caSecret === undefined
        ? {}
        : { secrets: { CA: { secret: new Secret(this, caSecret, { keys: [authority] }), key: authority } } }),
    };
    const waysOut = 'raise maxConnections, if the server grants more';
    guardConnections(this, { maxConnections, reserved: 0, waysOut }, () => consumersOf(this, server, () => true));
  }

  public database(name: string): Endpoint {
    return this.databases.through(this.doorway, name);
  }

  /** The same server: whether it has replicas is not known here. */
  public readOnlyDatabase(name: string): Endpoint {
    return this.databases.through({ ...this.doorway, prefix: 'READ_DATABASE', suffix: '-read' }, name);
  }
}
