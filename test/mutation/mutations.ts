import type { KubernetesObject } from '../../lib/contracts';

/** One thing taken away from, or loosened in, one object. */
export interface Mutation {
  /** What kind of thing: `policy-rule`, `selector-label` … */
  readonly family: string;
  /** JSON pointer to what is gone. */
  readonly at: string;
  readonly mutated: KubernetesObject;
}

type Path = readonly (string | number)[];

/** A place where something can be taken away. */
interface Place {
  readonly path: Path;
  readonly key: string | number;
  readonly value: unknown;
}

/** Says whether a place belongs to a family, from its path alone. */
interface Family {
  readonly name: string;
  readonly holds: (place: Place, object: KubernetesObject) => boolean;
}

const parent = ({ path }: Place, up = 1): string | number | undefined => path[path.length - 1 - up];

const families: readonly Family[] = [
  {
    name: 'policy-rule',
    holds: (place, { kind }) =>
      kind === 'NetworkPolicy' &&
      typeof place.key === 'number' &&
      ['ingress', 'egress'].includes(String(parent(place))),
  },
  {
    name: 'policy-peer-or-port',
    holds: (place, { kind }) =>
      kind === 'NetworkPolicy' &&
      (['from', 'to', 'ports'].includes(String(place.key)) ||
        (typeof place.key === 'number' && ['from', 'to', 'ports', 'policyTypes'].includes(String(parent(place)))) ||
        ['namespaceSelector', 'podSelector', 'port', 'cidr'].includes(String(place.key))),
  },
  {
    name: 'selector-label',
    holds: (place, { kind }) => parent(place) === 'matchLabels' || (kind === 'Service' && parent(place) === 'selector'),
  },
  {
    name: 'port-name',
    holds: (place) => place.key === 'name' && parent(place, 2) === 'ports',
  },
  {
    name: 'secret-reference',
    holds: (place, { kind }) =>
      ['secretName', 'secretStoreRef', 'issuerRef', 'passwordSecret', 'certificateRefs'].includes(String(place.key)) ||
      (place.key === 'secret' && parent(place, 2) === 'volumes') ||
      (kind === 'ExternalSecret' && (place.key === 'remoteRef' || parent(place) === 'data')) ||
      (kind === 'Cluster' && place.key === 'secret'),
  },
  { name: 'probe', holds: ({ key }) => typeof key === 'string' && key.endsWith('Probe') },
  {
    name: 'reference',
    holds: (place) =>
      ['serviceAccountName', 'priorityClassName', 'scaleTargetRef', 'targetRef', 'roleRef', 'serviceName'].includes(
        String(place.key),
      ) ||
      (place.key === 'configMap' && parent(place, 2) === 'volumes') ||
      (typeof place.key === 'number' &&
        ['volumes', 'subjects', 'volumeClaimTemplates'].includes(String(parent(place)))),
  },
  {
    name: 'mount',
    holds: (place) => typeof place.key === 'number' && parent(place) === 'volumeMounts',
  },
  {
    name: 'hardening',
    holds: (place) =>
      ['securityContext', 'resources', 'automountServiceAccountToken', 'imagePullPolicy'].includes(String(place.key)) ||
      [
        'readOnlyRootFilesystem',
        'allowPrivilegeEscalation',
        'runAsNonRoot',
        'runAsUser',
        'drop',
        'seccompProfile',
      ].includes(String(place.key)) ||
      parent(place) === 'limits' ||
      parent(place) === 'requests',
  },
];

/** Every single thing that can be taken away from an object and that a rule should miss. */
export function* mutationsOf(object: KubernetesObject): Generator<Mutation> {
  for (const place of placesIn(object, [])) {
    const family = families.find(({ holds }) => holds(place, object));
    if (family && !changesNothing(place, object))
      yield { family: family.name, at: `/${place.path.join('/')}`, mutated: without(object, place.path) };
  }
}

/** A policy's peer without a namespace is one of the policy's own, so saying so or not is the same. */
function changesNothing({ key, value }: Place, { metadata }: KubernetesObject): boolean {
  const { matchLabels } = value as { matchLabels?: Readonly<Record<string, string>> };
  return key === 'namespaceSelector' && matchLabels?.['kubernetes.io/metadata.name'] === metadata.namespace;
}

/** The names of all families, so that a test can tell when one has died out. */
export const familyNames: readonly string[] = families.map(({ name }) => name);

function* placesIn(value: unknown, path: Path): Generator<Place> {
  if (typeof value !== 'object' || value === null) return;
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((item, index) => [index, item as unknown] as const)
    : Object.entries(value);
  for (const [key, child] of entries) {
    const place = { path: [...path, key], key, value: child };
    // Names, labels and annotations of the object itself are other tests' business.
    if (path.length === 0 && key === 'metadata') continue;
    yield place;
    yield* placesIn(child, place.path);
  }
}

/** A copy that shares everything except what stands on the way to the gap. */
function without(object: KubernetesObject, path: Path): KubernetesObject {
  return remove(object, path) as KubernetesObject;
}

function remove(value: unknown, [step, ...rest]: Path): unknown {
  if (Array.isArray(value)) {
    return rest.length === 0
      ? value.filter((_, index) => index !== step)
      : value.map((item: unknown, index) => (index === step ? remove(item, rest) : item));
  }
  const entries = Object.entries(value as Record<string, unknown>);
  return Object.fromEntries(
    rest.length === 0
      ? entries.filter(([key]) => key !== step)
      : entries.map(([key, child]) => [key, key === step ? remove(child, rest) : child]),
  );
}
