import type { Volume } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Manifests } from './manifests';
import type { PlacedContainer } from './pods';
import type { Rendered } from './rendered';
import type { SecretKeys } from './secret-producers';
import { secretProducers } from './secret-producers';

/** A directory or file that a container mounts. */
export interface MountedFiles {
  readonly mountPath: string;
  /** Paths below it; `any` where only the cluster knows. A single mounted file is the path ''. */
  readonly files: SecretKeys;
}

/** What a container finds at its mounts. */
export function mountedFiles(
  { container, pod }: PlacedContainer,
  namespace: string | undefined,
  all: Manifests,
): readonly MountedFiles[] {
  return (container.volumeMounts ?? []).map(({ name, mountPath = '', subPath }) => {
    const volume = (pod.spec.volumes ?? []).find((candidate) => candidate.name === name);
    const files = subPath === undefined ? filesOf(volume, namespace, all) : 'any';
    return { mountPath: mountPath.replace(/\/$/, ''), files };
  });
}

function filesOf(volume: Rendered<Volume> | undefined, namespace: string | undefined, all: Manifests): SecretKeys {
  const { configMap, secret, projected } = volume ?? {};
  if (configMap) return chosen(configMap.items, configMapKeys(all, namespace, configMap.name));
  if (secret) return chosen(secret.items, secretKeys(all, namespace, secret.secretName));
  if (!projected) return 'any';
  const files = new Set<string>();
  for (const source of projected.sources ?? []) {
    const parts: readonly (SecretKeys | undefined)[] = [
      source.configMap && chosen(source.configMap.items, configMapKeys(all, namespace, source.configMap.name)),
      source.secret && chosen(source.secret.items, secretKeys(all, namespace, source.secret.name)),
      source.serviceAccountToken && new Set([source.serviceAccountToken.path ?? '']),
      source.downwardAPI && new Set((source.downwardAPI.items ?? []).map(({ path = '' }) => path)),
    ];
    for (const part of parts) {
      if (part === 'any') return 'any';
      for (const file of part ?? []) files.add(file);
    }
  }
  return files;
}

function chosen(items: readonly { readonly path?: string }[] | undefined, keys: SecretKeys): SecretKeys {
  return items ? new Set(items.map(({ path = '' }) => path)) : keys;
}

function configMapKeys(all: Manifests, namespace: string | undefined, name = ''): SecretKeys {
  const object = all.find('ConfigMap', namespace, name)?.object;
  return object ? new Set([...Object.keys(object.data ?? {}), ...Object.keys(object.binaryData ?? {})]) : 'any';
}

function secretKeys(all: Manifests, namespace: string | undefined, name = ''): SecretKeys {
  return secretProducers(all).keysOf(namespace, name) ?? 'any';
}
