import { Construct } from 'constructs';
import type { PodPeer } from '../contracts';
import type { Image, Resources } from '../core';
import { Bytes, Component, exempt, objectName } from '../core';
import { certificateKeys, Secret, TlsCertificate } from '../security';
import type { Availability, Mount } from '../workloads';
import { claimVolume, ConfigFiles, configVolume, scratch, secretVolume, StatefulWorkload } from '../workloads';
import { certificateNames } from './certificate-names';
import { passwordKey, postgresPort } from './postgres-databases';
import { hostBasedAccess, postgresConf, serverParameters } from './postgres-files';
import { planMemory } from './postgres-memory';
import type { PostgresSizing } from './postgres-parameters';
import { tuneParameters } from './postgres-parameters';
import { addReloader } from './postgres-reloader';
import { passwordSql, reloadScript } from './postgres-scripts';
import { startSeconds } from './postgres-wal';

/** What one server runs on. */
export interface PostgresServerProps {
  /** The official image of PostgreSQL 15, or one that keeps its entry point and its user. */
  readonly image: Image;
  readonly resources: Resources;
  readonly availability: Availability;
  /** Size of the data volume; at least 1Gi where the write-ahead log lies on it. */
  readonly storage: Bytes;
  /** Size of a volume for the write-ahead log alone; at least 256Mi. @default - it lies on the data volume */
  readonly walStorage?: Bytes | undefined;
  /** @default - the cluster's default class */
  readonly storageClass?: string | undefined;
}

/** User and group of the image's own account, which owns its directories. */
const postgresId = 999;
/** The role that the image creates first. */
export const superuser = 'postgres';

const paths = {
  config: '/etc/postgresql',
  data: '/var/lib/postgresql/data',
  /** Below the mount point, which holds lost+found on some file systems. */
  pgdata: '/var/lib/postgresql/data/pgdata',
  wal: '/var/lib/postgresql/wal',
  socket: '/var/run/postgresql',
  secrets: '/run/secrets',
} as const;

/** Seconds that a fast shutdown may take: 5 with a stuck archiver (measured), more with many dirty buffers. */
export const stopSeconds = 120;
const startPeriodSeconds = 10;
/** For the socket, and for what the entry point and psql keep for a moment. */
const scratchSize = Bytes.mebi(16);

/** Sorts by code point, so that no library update changes the order of an index; a column that needs a language's order names an ICU collation. */
const initdbArguments = '--data-checksums --encoding=UTF8 --locale=C.UTF-8 --auth-local=peer --auth-host=scram-sha-256';

const isReady = ['pg_isready', '-q', '-h', '127.0.0.1'];

/** The pods of one PostgreSQL server, its configuration, its certificate and the Secret of its superuser. */
export class PostgresServer extends Construct {
  public readonly peer: PodPeer;
  public readonly host: string;
  public readonly superuserSecret: Secret;
  private readonly certificate: TlsCertificate;

  constructor(scope: Construct, id: string, name: string, props: PostgresServerProps, sizing: PostgresSizing) {
    super(scope, id);
    this.superuserSecret = new Secret(this, objectName(name, 'superuser'), { keys: [passwordKey] });
    const { namespace } = Component.containing(this);
    this.certificate = new TlsCertificate(this, 'Certificate', {
      name: objectName(name, 'server-tls'),
      usage: 'server',
      dnsNames: () => certificateNames(namespace, [workload.host, workload.headlessHost, workload.hostOf(0)]),
    });
    const files = new ConfigFiles(this, 'Files', name, {
      'postgresql.conf': postgresConf({ ...tuneParameters(sizing), ...serverParameters(this.places) }),
      'pg_hba.conf': hostBasedAccess,
      'reload.sh': reloadScript,
      'password.sql': passwordSql,
    });
    const shared: readonly Mount[] = [
      { path: paths.config, volume: configVolume('config', files) },
      { path: paths.socket, volume: scratch('run', scratchSize) },
      { path: this.certificatePath, volume: secretVolume('server-tls', this.certificate) },
      { path: this.secretPath, volume: secretVolume('superuser', this.superuserSecret) },
    ];
    const { walStorage, storageClass } = props;
    const workload = new StatefulWorkload(this, name, {
      image: props.image,
      priority: 'data',
      resources: props.resources,
      runAs: { user: postgresId, group: postgresId },
      replicas: 1,
      availability: props.availability,
      ports: [postgresPort],
      // After the image's entry point, which makes the data directory when there is none.
      args: ['postgres', ...setting('config_file', 'postgresql.conf'), ...setting('hba_file', 'pg_hba.conf')],
      env: {
        PGDATA: paths.pgdata,
        POSTGRES_USER: superuser,
        POSTGRES_PASSWORD_FILE: `${this.secretPath}/${passwordKey}`,
        POSTGRES_INITDB_ARGS: initdbArguments,
        ...(walStorage === undefined ? {} : { POSTGRES_INITDB_WALDIR: `${paths.wal}/pg_wal` }),
        // libpq looks for its files in HOME, and fails on one that it cannot read.
        HOME: '/tmp',
      },
      claims: [
        { name: 'data', size: props.storage, storageClass },
        ...(walStorage === undefined ? [] : [{ name: 'wal', size: walStorage, storageClass }]),
      ],
      mounts: [
        ...shared,
        { path: paths.data, volume: claimVolume('data') },
        ...(walStorage === undefined ? [] : [{ path: paths.wal, volume: claimVolume('wal') }]),
        { path: '/tmp', volume: scratch('tmp', scratchSize) },
        { path: '/dev/shm', volume: scratch('shm', planMemory(sizing).sharedMemoryVolume, true) },
      ],
      probes: {
        readiness: { exec: isReady },
        // 1 is a server that recovers, 2 is no answer: only the second is cured by a restart.
        liveness: { exec: ['sh', '-c', `${isReady.join(' ')}; [ $? -lt 2 ]`] },
        startup: {
          exec: isReady,
          periodSeconds: startPeriodSeconds,
          failureThreshold: startSeconds / startPeriodSeconds,
        },
      },
      // The image is stopped by SIGINT, PostgreSQL's fast shutdown, so nothing has to be done before.
      terminationGracePeriodSeconds: stopSeconds,
    });
    exempt(workload.statefulSet, {
      rule: 'high-uid',
      reason:
        "The official postgres image fixes user and group 999: initdb refuses a user without an account, and 'peer' must know its name.",
    });
    addReloader(workload.pods, {
      image: props.image,
      mounts: shared,
      scripts: paths.config,
      socketDirectory: paths.socket,
      certificateFile: this.places.certificateFile,
      passwordFile: `${this.secretPath}/${passwordKey}`,
      superuser,
    });
    this.peer = workload.peer;
    this.host = workload.host;
  }

  private get certificatePath(): string {
    return `${paths.secrets}/${this.certificate.name}`;
  }

  private get secretPath(): string {
    return `${paths.secrets}/${this.superuserSecret.name}`;
  }

  private get places(): Parameters<typeof serverParameters>[0] {
    return {
      port: postgresPort.number,
      certificateFile: `${this.certificatePath}/${certificateKeys.certificate}`,
      keyFile: `${this.certificatePath}/${certificateKeys.key}`,
      socketDirectory: paths.socket,
    };
  }
}

function setting(name: string, file: string): readonly string[] {
  return ['-c', `${name}=${paths.config}/${file}`];
}
