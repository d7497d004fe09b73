import { Construct } from 'constructs';
import type { Endpoint, IWireable, PodPeer, PodPort, WiredFacts, Wiring } from '../contracts';
import type { Image, Resources } from '../core';
import { Bytes, helperResources, invalidProp, objectName } from '../core';
import { connect, Secret } from '../security';
import type { Availability, Mount, Scaling, Volume } from '../workloads';
import {
  ConfigFiles,
  configVolume,
  scratch,
  SecretFiles,
  secretsVolume,
  secretVolume,
  StatelessWorkload,
} from '../workloads';
import { drainCommand } from './drain';
import { heapOf } from './keycloak-memory';
import {
  bootstrapAdmin,
  buildOptions,
  databaseOptions,
  heapOptions,
  serverOptions,
  startUpBudget,
  stopSeconds,
} from './keycloak-options';
import type { RealmProps } from './keycloak-realm';
import { clientSecretKey, realmRepresentation } from './keycloak-realm';
import { keycloakPaths, realmFile, startScript } from './keycloak-start';

/** The platform's sign-on. */
export interface KeycloakProps {
  /** Keycloak 26. Patch releases roll out; for a minor release, scale to zero first: its replicas cannot share caches with the old ones. */
  readonly image: Image;
  /** Memory of 1 GiB is a good start; with too little the constructor fails. */
  readonly resources: Resources;
  readonly scaling: Scaling;
  readonly availability: Availability;
  /** The host under which users reach it, by HTTPS: `auth.example.com`. Tokens carry it, so it cannot change lightly. */
  readonly hostname: string;
  /** Its own database in PostgreSQL; the end point tells HOST, PORT, NAME, USER and the secret PASSWORD. */
  readonly database: Endpoint;
  readonly realm: RealmProps;
  /**
   * Sessions that each replica keeps open to the database, from its start on; 4 at least, because replicas also find
   * one another there.
   * @default 10
   */
  readonly databaseSessions?: number;
  /**
   * Blocks of the proxies whose word on the user's address counts.
   * @default - everybody who can connect: the network policy admits none but the declared clients
   */
  readonly trustedProxyCidrs?: readonly string[];
  /** Further options, as `KC_…` variables. @default - none */
  readonly env?: Readonly<Record<string, string>>;
}

/** Paths that users need. Administration, health and metrics are not among them, so the edge need not pass them on. */
export const keycloakPublicPaths: readonly string[] = ['/realms/', '/resources/', '/.well-known/'];

/**
 * 30 logins at once took 16 sessions when they could have had 50, and were no
 * faster than with 10: checking passwords takes the time. Measured with 26.7.4 on
 * 2 cores.
 */
const defaultDatabaseSessions = 10;
const fewestDatabaseSessions = 4;

const http: PodPort = { name: 'http', number: 8080, protocol: 'TCP' };
const management: PodPort = { name: 'management', number: 9000, protocol: 'TCP' };
/** How replicas reach one another (JGroups), and how they notice that one is gone: 50,000 above. */
const cluster: readonly PodPort[] = [
  { name: 'cluster', number: 7800, protocol: 'TCP' },
  { name: 'cluster-watch', number: 57_800, protocol: 'TCP' },
];

/** Where the distribution keeps what `kc.sh build` writes: the only part of it that changes. */
const builtPath = '/opt/keycloak/lib/quarkus';
/** Where the init container that copies it sees the scratch space. */
const copyPath = '/built';
/** 3.4 MiB once built, 4.7 MiB while it is being built. */
const builtSize = Bytes.mebi(16);
/** Uploads, compressed scripts and style sheets: less than 1 MiB was seen. */
const temporarySize = Bytes.mebi(32);
/** Two small files. */
const inMemorySize = Bytes.mebi(1);
const startFile = 'start.sh';

type Variables = Readonly<Record<string, string>>;

/**
 * Sign-on for the platform: Keycloak as a `StatelessWorkload`, its realm and
 * start script in a ConfigMap, and the Secret of its first administrator.
 *
 * Guarantees that it starts without writing to its image: init containers build
 * the program for PostgreSQL into scratch space, which the server only reads.
 * No secret is in a variable; the database's certificate is verified; replicas
 * share caches over TLS and keep users' sessions in the database, so a roll-out
 * signs nobody off.
 *
 * The realm is imported once, when it is not there. Later changes of `realm` are
 * for administrators to make, as an import would undo theirs.
 */
export class Keycloak extends Construct implements IWireable {
  public readonly peer: PodPeer;
  /** What the edge and services connect to. Services are told OIDC_HOST, OIDC_PORT and OIDC_ISSUER. */
  public readonly http: Endpoint;
  /** Health and metrics. */
  public readonly management: Endpoint;
  private readonly workload: StatelessWorkload;

  constructor(scope: Construct, id: string, props: KeycloakProps) {
    super(scope, id);
    const { image, resources, scaling, realm, databaseSessions = defaultDatabaseSessions } = props;
    if (databaseSessions < fewestDatabaseSessions) {
      throw invalidProp(this, {
        prop: 'databaseSessions',
        got: databaseSessions,
        expected: `${fewestDatabaseSessions} or more: Keycloak does not start with fewer`,
        fix: 'leave it out, or raise the limit of the database',
      });
    }
    const address = `https://${props.hostname}`;
    const heap = heapOptions(heapOf(this, resources.memory, scaling.memoryPercent));
    const options = serverOptions({
      issuer: address,
      databaseSessions,
      trustedProxyCidrs: props.trustedProxyCidrs ?? [],
    });
    const built = scratch('built', builtSize);
    const temporary: Mount = { volume: scratch('tmp', temporarySize), path: '/tmp' };
    this.workload = new StatelessWorkload(this, id, {
      image,
      priority: 'app',
      resources,
      scaling,
      availability: props.availability,
      ports: [http],
      podPorts: [management, ...cluster],
      command: ['/bin/sh', `${keycloakPaths.settings}/${startFile}`],
      args: ['start', '--optimized', '--import-realm'],
      env: { ...this.ownOptions(props.env ?? {}, options), ...options, ...heap },
      mounts: [{ volume: built, path: builtPath, readOnly: true }, temporary, ...this.serverMounts(id, realm)],
      probes: {
        startup: { http: '/health/started', port: management, ...startUpBudget(resources.cpuLimit) },
        readiness: { http: '/health/ready', port: management },
        liveness: { http: '/health/live', port: management },
      },
      preStop: drainCommand,
      terminationGracePeriodSeconds: stopSeconds,
    });
    this.peer = this.workload.peer;
    this.addBuild(image, resources, built, temporary, heap);
    connect(this.workload, this.demandWiring(props.database), {
      sessions: databaseSessions,
      variables: (facts) => databaseOptions(this, facts),
    });
    connect(this.workload, { name: 'cluster', server: this.peer, ports: cluster }, { startup: false });
    this.management = this.workload.endpoint(management);
    this.http = this.workload.pods.endpoint(http, {
      // Not KEYCLOAK: scanners take a variable with `KEY` in its name for a secret.
      prefix: 'OIDC',
      values: {
        HOST: this.workload.host,
        PORT: String(this.workload.servicePortOf(http)),
        ISSUER: `${address}/realms/${realm.name}`,
      },
    });
  }

  public wire(wiring: Wiring, variables?: (facts: WiredFacts) => Readonly<Record<string, string>>): void {
    this.workload.wire(wiring, variables);
  }

  /** Copies the part of the program that a build rewrites into scratch space, and builds it there. */
  private addBuild(image: Image, resources: Resources, built: Volume, temporary: Mount, heap: Variables): void {
    this.workload.pods.addInitContainer('copy', {
      image,
      resources: helperResources,
      command: ['/bin/cp', '-r', `${builtPath}/.`, copyPath],
      mounts: [{ volume: built, path: copyPath }],
    });
    this.workload.pods.addInitContainer('build', {
      image,
      resources,
      command: [keycloakPaths.program],
      args: ['build'],
      env: { ...buildOptions, ...heap },
      mounts: [{ volume: built, path: builtPath }, temporary],
    });
  }

  private serverMounts(id: string, realm: RealmProps): readonly Mount[] {
    const settings = new ConfigFiles(this, 'Settings', objectName(id, 'settings'), {
      [startFile]: startScript,
      [realmFile]: `${JSON.stringify(realmRepresentation(this, realm), undefined, 2)}\n`,
    });
    const admin = new Secret(this, objectName(id, 'admin'), {
      keys: ['password'],
      fixed: { username: bootstrapAdmin },
      type: 'kubernetes.io/basic-auth',
    });
    const clientSecrets = new SecretFiles(this);
    for (const client of realm.clients) {
      if (client.secret) clientSecrets.add(client.id, client.secret, clientSecretKey);
    }
    return [
      { volume: configVolume('settings', settings), path: keycloakPaths.settings },
      { volume: scratch('options', inMemorySize, true), path: keycloakPaths.options },
      { volume: scratch('data', temporarySize), path: '/opt/keycloak/data' },
      { volume: scratch('import', inMemorySize, true), path: keycloakPaths.import },
      { volume: secretVolume('admin', admin), path: keycloakPaths.admin },
      ...(clientSecrets.entries.length === 0
        ? []
        : [{ volume: secretsVolume('client-secrets', clientSecrets), path: keycloakPaths.clientSecrets }]),
    ];
  }

  /** The environment's own options; none may contradict what is derived here. */
  private ownOptions(own: Variables, derived: Variables): Variables {
    const taken = Object.keys(own).find((name) => name in derived);
    if (taken === undefined) return own;
    throw invalidProp(this, {
      prop: `env.${taken}`,
      got: own[taken],
      expected: `no value: it is ${derived[taken] ?? ''} here`,
      fix: 'leave it out; what differs between environments is a property of Keycloak',
    });
  }

  private demandWiring(database: Endpoint): Endpoint {
    if (database.wiring) return database;
    throw invalidProp(this, {
      prop: 'database',
      got: `the end point '${database.name}' of ${database.server.id}, which tells its clients nothing`,
      expected: 'one whose wiring tells HOST, PORT, NAME, USER and PASSWORD',
      fix: 'pass the end point of a PostgreSQL database: postgres.database(…)',
    });
  }
}
