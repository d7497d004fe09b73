import type { Container, Volume } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Manifest } from '../contracts';
import { pointer } from './json-pointer';
import { containersOf, podTemplateOf } from './pods';
import type { KeyReference, Reference } from './reference';
import type { Rendered } from './rendered';

/** What pods mention: their account, class, volumes' sources and variables' sources. */
export function podReferencesOf(manifest: Manifest): readonly Reference[] {
  const pod = podTemplateOf(manifest);
  if (!pod) return [];
  const { at } = pod;
  const { namespace } = manifest.object.metadata;
  const { serviceAccountName, priorityClassName, runtimeClassName, imagePullSecrets = [], volumes = [] } = pod.spec;
  const mounts = mountedKeys(manifest);
  return [
    ...named('ServiceAccount', `${at}/serviceAccountName`, serviceAccountName, namespace),
    ...named('PriorityClass', `${at}/priorityClassName`, priorityClassName),
    ...named('RuntimeClass', `${at}/runtimeClassName`, runtimeClassName),
    ...imagePullSecrets.flatMap(({ name }, index) =>
      named('Secret', `${at}/imagePullSecrets/${index}/name`, name, namespace),
    ),
    ...volumes.flatMap((volume, index) =>
      volumeReferences(volume, `${at}/volumes/${index}`, namespace, mounts.get(volume.name ?? '') ?? []),
    ),
    ...containersOf(manifest).flatMap((placed) => variableReferences(placed.container, placed.at, namespace)),
  ];
}

function named(
  kind: string,
  at: string,
  name: string | undefined,
  namespace?: string,
  keys?: readonly KeyReference[],
): readonly Reference[] {
  return name === undefined ? [] : [{ at, kind, namespace, name, ...(keys && { keys }) }];
}

/** Keys that containers mount as single files, by volume. */
function mountedKeys(manifest: Manifest): ReadonlyMap<string, readonly KeyReference[]> {
  const keys = new Map<string, KeyReference[]>();
  for (const { at, container } of containersOf(manifest)) {
    for (const [index, { name = '', subPath }] of (container.volumeMounts ?? []).entries()) {
      if (subPath === undefined) continue;
      keys.set(name, [...(keys.get(name) ?? []), { at: `${at}/volumeMounts/${index}/subPath`, key: subPath }]);
    }
  }
  return keys;
}

function volumeReferences(
  volume: Rendered<Volume>,
  at: string,
  namespace: string | undefined,
  mounts: readonly KeyReference[],
): readonly Reference[] {
  const { persistentVolumeClaim: claim, projected } = volume;
  return [
    ...contentReferences(volume, 'secretName', at, namespace, mounts),
    ...named('PersistentVolumeClaim', `${at}/persistentVolumeClaim/claimName`, claim?.claimName, namespace),
    // Which of its sources a single mounted file comes from cannot be told.
    ...(projected?.sources ?? []).flatMap((source, index) =>
      contentReferences(source, 'name', `${at}/projected/sources/${index}`, namespace, []),
    ),
  ];
}

interface Content {
  readonly name?: string;
  readonly secretName?: string;
  readonly items?: readonly { readonly key?: string }[];
  readonly optional?: boolean;
}

/** The ConfigMap or Secret behind a volume or a part of one. A volume calls the name of a Secret otherwise. */
function contentReferences(
  { configMap, secret }: { readonly configMap?: Content; readonly secret?: Content },
  secretName: 'name' | 'secretName',
  at: string,
  namespace: string | undefined,
  mounts: readonly KeyReference[],
): readonly Reference[] {
  const found: Reference[] = [];
  if (configMap && configMap.optional !== true) {
    const keys = keysOf(configMap, `${at}/configMap`) ?? mounts;
    found.push(...named('ConfigMap', `${at}/configMap/name`, configMap.name, namespace, keys));
  }
  if (secret && secret.optional !== true) {
    const keys = keysOf(secret, `${at}/secret`) ?? mounts;
    found.push(...named('Secret', `${at}/secret/${secretName}`, secret[secretName], namespace, keys));
  }
  return found;
}

function keysOf({ items }: Content, at: string): readonly KeyReference[] | undefined {
  return items?.map(({ key = '' }, index) => ({ at: `${at}/items/${index}/key`, key }));
}

function variableReferences(
  container: Rendered<Container>,
  at: string,
  namespace: string | undefined,
): readonly Reference[] {
  const found: Reference[] = [];
  for (const [index, { valueFrom }] of (container.env ?? []).entries()) {
    for (const [field, kind] of [
      ['configMapKeyRef', 'ConfigMap'],
      ['secretKeyRef', 'Secret'],
    ] as const) {
      const source = valueFrom?.[field];
      if (!source || source.optional === true) continue;
      const place = at + pointer('env', index, 'valueFrom', field);
      const keys = [{ at: `${place}/key`, key: source.key ?? '' }];
      found.push({ at: `${place}/name`, kind, namespace, name: source.name ?? '', keys });
    }
  }
  for (const [index, { configMapRef, secretRef }] of (container.envFrom ?? []).entries()) {
    const place = `${at}/envFrom/${index}`;
    if (configMapRef && configMapRef.optional !== true) {
      found.push({ at: `${place}/configMapRef/name`, kind: 'ConfigMap', namespace, name: configMapRef.name ?? '' });
    }
    if (secretRef && secretRef.optional !== true) {
      found.push({ at: `${place}/secretRef/name`, kind: 'Secret', namespace, name: secretRef.name ?? '' });
    }
  }
  return found;
}
