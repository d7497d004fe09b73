import { Construct } from 'constructs';
import type { Endpoint, PodPeer } from '../contracts';
import type { Image } from '../core';
import { Bytes, helperResources } from '../core';
import type { Secret } from '../security';
import { connect } from '../security';
import { ConfigFiles, configVolume, scratch, SecretFiles, secretsVolume, Task } from '../workloads';
import { databaseSql, passwordSql, provisionPaths, provisionScript, serverSql } from './postgres-scripts';

/** A role, its database, and what limits it. */
export interface ProvisionedDatabase {
  readonly name: string;
  /** Sessions that the role may hold at once. */
  readonly sessions: number;
}

/** What provisioning needs to know. */
export interface PostgresProvisioningProps {
  /** With psql of the server's version. */
  readonly image: Image;
  /** The server, as its superuser sees it. */
  readonly server: Endpoint;
  /** Asked when everything is described. */
  readonly databases: () => readonly ProvisionedDatabase[];
}

/** Longer than the script waits for the server, and then some for the work. */
const activeDeadlineSeconds = 600;

/**
 * Creates the roles and databases that clients were promised: a `Task` that
 * runs at every sync, and the ConfigMap with its scripts.
 *
 * Guarantees that a run which finds everything as it should be changes
 * nothing, that PUBLIC can enter no database, and that each role holds no more
 * sessions than its clients declared. A password that has changed in its
 * Secret is set at the next sync; until then new sessions with it are refused.
 */
export class PostgresProvisioning extends Construct {
  /** What clients start after. */
  public readonly peer: PodPeer;
  private readonly passwords: SecretFiles;

  constructor(scope: Construct, id: string, name: string, { image, server, databases }: PostgresProvisioningProps) {
    super(scope, id);
    const files = new ConfigFiles(this, 'Files', name, () => ({
      'provision.sh': provisionScript,
      'server.sql': serverSql,
      'database.sql': databaseSql,
      'password.sql': passwordSql,
      databases: databases().map(printDatabase).join(''),
    }));
    this.passwords = new SecretFiles(this);
    const task = new Task(this, name, {
      image,
      resources: helperResources,
      command: ['sh', `${provisionPaths.files}/provision.sh`],
      // libpq looks for its files in HOME, and fails on one that it cannot read.
      env: { HOME: provisionPaths.scratch, PGPASSFILE: `${provisionPaths.scratch}/superuser` },
      mounts: [
        { path: provisionPaths.files, volume: configVolume('files', files) },
        { path: provisionPaths.passwords, volume: secretsVolume('passwords', this.passwords) },
        // In memory, because password files are written there.
        { path: provisionPaths.scratch, volume: scratch('scratch', Bytes.mebi(4), true) },
      ],
      activeDeadlineSeconds,
    });
    this.peer = task.peer;
    connect(task, server, {
      variables: ({ values, files: paths }) => ({
        PGHOST: values.HOST ?? '',
        PGPORT: values.PORT ?? '',
        PGUSER: values.USER ?? '',
        PGDATABASE: values.NAME ?? '',
        PGSSLMODE: values.SSLMODE ?? '',
        PGSSLROOTCERT: paths.CA ?? '',
        SUPERUSER_PASSWORD_FILE: paths.PASSWORD ?? '',
      }),
    });
  }

  /** Gives it the password of a role. */
  public addRole(name: string, secret: Secret, key: string): void {
    this.passwords.add(name, secret, key);
  }
}

function printDatabase({ name, sessions }: ProvisionedDatabase): string {
  return `${name} ${sessions}\n`;
}
