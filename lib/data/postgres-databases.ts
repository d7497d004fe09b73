import type { Construct } from 'constructs';
import type { Endpoint, Peer, PodPeer, PodPort, Wiring } from '../contracts';
import { invalidProp, isDnsLabel } from '../core';
import type { SecretProps } from '../security';
import { Secret } from '../security';

/** The pool of one replica, as SQLAlchemy makes it unless told otherwise; a client with another pool says so in `connect`. */
const defaultSessions = 5;

/** The port of every PostgreSQL that we run, and of most others. */
export const postgresPort: PodPort = { name: 'postgres', number: 5432, protocol: 'TCP' };

/** Names that PostgreSQL, or a Secret of ours, uses already. */
const reserved = new Set(['postgres', 'template0', 'template1', 'public', 'none', 'superuser']);

/** The key of a password in its Secret. */
export const passwordKey = 'password';

/** A way to the databases of a server. */
export interface Doorway {
  /** How the client's variables start. */
  readonly prefix: string;
  /** What the end points' names end in, so that two doorways to one database differ. @default - nothing */
  readonly suffix?: string;
  readonly host: string;
  readonly server: Peer;
  readonly port: PodPort;
  /** True when the certificate is signed by the platform's own authority. */
  readonly tls: boolean;
  /** What the client is told besides. @default - nothing */
  readonly secrets?: Wiring['secrets'];
  /** What must have run before a client starts. @default - nothing */
  readonly readyAfter?: readonly PodPeer[];
}

/** What is the same for all databases of a server. */
export interface PostgresDatabasesProps {
  /** The first part of the Secrets' names. */
  readonly name: string;
  /** How the Secret of a role looks besides its password. @default - the password alone */
  readonly secret?: (role: string) => Partial<SecretProps>;
  /** Called once for each database. @default - nothing */
  readonly onDeclared?: (name: string, secret: Secret) => void;
}

/** The databases that are declared on one server, with the Secret of each role. */
export class PostgresDatabases {
  private readonly secrets = new Map<string, Secret>();

  constructor(
    private readonly scope: Construct,
    private readonly props: PostgresDatabasesProps,
  ) {}

  /** In the order in which they were declared. */
  public get names(): readonly string[] {
    return [...this.secrets.keys()];
  }

  /** Where the database of that name is found through a doorway; declares it at the first call. */
  public through(doorway: Doorway, name: string): Endpoint {
    const secret = this.secrets.get(name) ?? this.declare(name);
    const { prefix, suffix = '', host, server, port, tls, secrets, readyAfter } = doorway;
    return {
      name: `${name}${suffix}`,
      server,
      ports: [port],
      wiring: {
        prefix,
        values: { HOST: host, PORT: String(port.number), NAME: name, USER: name, SSLMODE: 'verify-full' },
        secrets: { PASSWORD: { secret, key: passwordKey }, ...secrets },
        tls,
      },
      ...(readyAfter === undefined ? {} : { readyAfter }),
      defaultSessions,
    };
  }

  private declare(name: string): Secret {
    const secretName = `${this.props.name}-${name}`;
    if (!isDnsLabel(name) || !isDnsLabel(secretName) || reserved.has(name)) {
      throw invalidProp(this.scope, {
        prop: 'database(name)',
        got: name,
        expected: `lower-case letters, digits and dashes, short enough for the Secret '${secretName}', and none of ${[...reserved].join(', ')}`,
        fix: 'name the database after the service that owns it',
      });
    }
    const secret = new Secret(this.scope, secretName, { keys: [passwordKey], ...this.props.secret?.(name) });
    this.secrets.set(name, secret);
    this.props.onDeclared?.(name, secret);
    return secret;
  }
}
