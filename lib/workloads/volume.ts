import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import type { ISecret } from '../contracts';
import type { Bytes } from '../core';
import { tokenDirectory, tokenSource } from '../security';
import type { ConfigFiles } from './config-files';
import type { SecretFiles } from './secret-files';

/** Something that can be mounted into a container. Its name is unique in a pod. */
export type Volume =
  | { readonly type: 'scratch'; readonly name: string; readonly sizeLimit: Bytes; readonly inMemory?: boolean }
  | { readonly type: 'config'; readonly name: string; readonly files: ConfigFiles; readonly executable?: boolean }
  | { readonly type: 'secret'; readonly name: string; readonly secret: ISecret; readonly keys?: readonly string[] }
  | { readonly type: 'secrets'; readonly name: string; readonly files: SecretFiles }
  | { readonly type: 'token'; readonly name: string }
  | { readonly type: 'claim'; readonly name: string };

/** A volume at a path of a container. Only scratch space and claims can be written. */
export interface Mount {
  readonly volume: Volume;
  readonly path: string;
  /**
   * True for scratch space that this container only reads, because an init container has filled it.
   * @default false
   */
  readonly readOnly?: boolean;
}

/** An empty directory that lives as long as its pod. It counts against the pod's ephemeral storage, or memory. */
export function scratch(name: string, sizeLimit: Bytes, inMemory = false): Volume {
  return { type: 'scratch', name, sizeLimit, inMemory };
}

/** Configuration files, read-only. */
export function configVolume(name: string, files: ConfigFiles, executable = false): Volume {
  return { type: 'config', name, files, executable };
}

/** A secret's keys as files that only the pod's own user and group can read. */
export function secretVolume(name: string, secret: ISecret, keys?: readonly string[]): Volume {
  return { type: 'secret', name, secret, ...(keys === undefined ? {} : { keys }) };
}

/** Keys of many secrets in one directory, under names of our own. */
export function secretsVolume(name: string, files: SecretFiles): Volume {
  return { type: 'secrets', name, files };
}

/** The pod's short-lived token for the API server, where programs look for it. */
export const tokenMount: Mount = { volume: { type: 'token', name: 'api-token' }, path: tokenDirectory };

/** The pod's persistent volume of that name. */
export function claimVolume(name: string): Volume {
  return { type: 'claim', name };
}

const ownerAndGroupRead = 0o440;
const everybodyRead = 0o444;
const everybodyReadAndRun = 0o555;

/** The volume as a pod lists it; undefined for a claim, which the StatefulSet lists. */
export function renderVolume(volume: Volume): k8s.Volume | undefined {
  const { name } = volume;
  switch (volume.type) {
    case 'claim':
      return undefined;
    case 'token':
      return { name, projected: tokenSource };
    case 'scratch':
      return {
        name,
        emptyDir: {
          sizeLimit: k8s.Quantity.fromString(volume.sizeLimit.toString()),
          ...(volume.inMemory ? { medium: 'Memory' } : {}),
        },
      };
    case 'config':
      return {
        name,
        configMap: { name: volume.files.name, defaultMode: volume.executable ? everybodyReadAndRun : everybodyRead },
      };
    case 'secret':
      return {
        name,
        secret: {
          secretName: volume.secret.name,
          defaultMode: ownerAndGroupRead,
          ...(volume.keys === undefined ? {} : { items: volume.keys.map((key) => ({ key, path: key })) }),
        },
      };
    case 'secrets':
      return {
        name,
        projected: {
          defaultMode: ownerAndGroupRead,
          sources: volume.files.entries.map(({ file, secret, key }) => ({
            secret: { name: secret.name, items: [{ key, path: file }] },
          })),
        },
      };
  }
}

/** The mount as a container lists it. */
export function renderMount({ volume, path, readOnly = false }: Mount): k8s.VolumeMount {
  const writable = (volume.type === 'scratch' || volume.type === 'claim') && !readOnly;
  return { name: volume.name, mountPath: path, ...(writable ? {} : { readOnly: true }) };
}
