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
  const { namespace } = manifest.object.metadata;
  const { serviceAccountName, priorityClassName, runtimeClassName, imagePullSecrets = [], volumes = [] } = pod.spec;
  const named = (kind: string, field: string, name: string | undefined, scope?: string): Reference[] =>
    name === undefined ? [] : [{ at: `${pod.at}/${field}`, kind, namespace: scope, name }];
  const mounts = mountedKeys(manifest);
  return [
    ...named('ServiceAccount', 'serviceAccountName', serviceAccountName, namespace),
    ...named('PriorityClass', 'priorityClassName', priorityClassName),
    ...named('RuntimeClass', 'runtimeClassName', runtimeClassName),
    ...imagePullSecrets.flatMap(({ name }, index) =>
      named('Secret', `imagePullSecrets/${index}/name`, name, namespace),
    ),
    ...volumes.flatMap((volume, index) =>
      volumeReferences(volume, `${pod.at}/volumes/${index}`, namespace, mounts.get(volume.name ?? '') ?? []),
    ),
    ...containersOf(manifest).flatMap(({ at, container }) => variableReferences(container, at, namespace)),
  ];
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
  const { configMap, secret, persistentVolumeClaim: claim, projected } = volume;
  const source = (
    kind: string,
    place: string,
    name: string | undefined,
    items: Items,
    optional = false,
  ): Reference[] =>
    name === undefined || optional
      ? []
      : [{ at: place, kind, namespace, name, keys: items ? keysOf(items, place) : mounts }];
  return [
    ...source('ConfigMap', `${at}/configMap/name`, configMap?.name, configMap?.items, configMap?.optional),
    ...source('Secret', `${at}/secret/secretName`, secret?.secretName, secret?.items, secret?.optional),
    ...source('PersistentVolumeClaim', `${at}/persistentVolumeClaim/claimName`, claim?.claimName, undefined),
    ...(projected?.sources ?? []).flatMap((part, index) => [
      ...source(
        'ConfigMap',
        `${at}/projected/sources/${index}/configMap/name`,
        part.configMap?.name,
        part.configMap?.items,
        part.configMap?.optional,
      ),
      ...source(
        'Secret',
        `${at}/projected/sources/${index}/secret/name`,
        part.secret?.name,
        part.secret?.items,
        part.secret?.optional,
      ),
    ]),
  ];
}

type Items = readonly { readonly key?: string }[] | undefined;

function keysOf(items: NonNullable<Items>, place: string): readonly KeyReference[] {
  const source = place.slice(0, place.lastIndexOf('/'));
  return items.map(({ key = '' }, index) => ({ at: `${source}/items/${index}/key`, key }));
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
