import type { Construct } from 'constructs';
import type { Image } from '../core';
import { Bytes, helperResources } from '../core';
import type { ConfigFiles, Files, Mount, Pods } from '../workloads';
import { configVolume, scratch, SecretFiles, secretsVolume } from '../workloads';
import { redisPaths } from './redis-layout';
import { writeUsers } from './redis-scripts';
import type { RedisUser } from './redis-users';
import { passwordKey } from './redis-users';

/** What is made of secrets: an ACL file of a few hundred users at most, and a configuration file. */
const runSize = Bytes.mebi(1);

/** The files by which a container writes the ACL file, beside the other files of the server. */
export function accessFiles(acl: string): Files {
  return { 'users.acl': acl, 'write-users.sh': writeUsers };
}

/**
 * How a Redis or a Sentinel comes to know its users: an init container writes
 * the ACL file, with the hash of each password, to a volume in memory. The
 * passwords are mounted into that container only. A changed password counts
 * from the next start of the pod.
 */
export class RedisAccess {
  /** For the server's own container: its configuration, and what is made of secrets. */
  public readonly mounts: readonly Mount[];
  private readonly passwords: SecretFiles;

  constructor(scope: Construct, files: ConfigFiles) {
    this.passwords = new SecretFiles(scope);
    this.mounts = [
      { volume: configVolume('config', files), path: redisPaths.config },
      { volume: scratch('run', runSize, true), path: redisPaths.run },
    ];
  }

  /** Makes the pods write the ACL file before they start. */
  public addTo(pods: Pods, image: Image): void {
    pods.addInitContainer('users', {
      image,
      resources: helperResources,
      command: ['sh', `${redisPaths.config}/write-users.sh`],
      mounts: [...this.mounts, { volume: secretsVolume('passwords', this.passwords), path: redisPaths.passwords }],
    });
  }

  /** Gives the pods the password of a user. */
  public addPassword({ name, secret }: RedisUser): void {
    if (secret) this.passwords.add(name, secret, passwordKey);
  }
}
