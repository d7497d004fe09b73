import type { Manifest } from '../contracts';
import type { Manifests } from './manifests';
import { objectReferencesOf } from './object-references';
import { podReferencesOf } from './pod-references';
import type { Reference } from './reference';
import type { Finding } from './rule';
import { secretProducers } from './secret-producers';

/** What every cluster has without anybody applying it. */
const given: ReadonlySet<string> = new Set([
  'PriorityClass/system-cluster-critical',
  'PriorityClass/system-node-critical',
  'ClusterRole/view',
  'ClusterRole/edit',
  'ClusterRole/admin',
  'ClusterRole/cluster-admin',
]);
const givenConfigMap = 'kube-root-ca.crt';

const known = new WeakMap<Manifest, readonly Reference[]>();

/** Everything that an object mentions by name. */
export function referencesOf(manifest: Manifest): readonly Reference[] {
  const found = known.get(manifest) ?? [...podReferencesOf(manifest), ...objectReferencesOf(manifest)];
  known.set(manifest, found);
  return found;
}

/** The objects here that make what is referred to: itself, or the producer of a Secret. */
export function targetsOf(reference: Reference, all: Manifests): readonly Manifest[] {
  if (reference.kind === 'Secret') return secretProducers(all).makersOf(reference.namespace, reference.name);
  const target = all.find(reference.kind, reference.namespace, reference.name);
  return target ? [target] : [];
}

/** True when what is referred to is there: made here, promised, or part of every cluster. */
export function resolves(reference: Reference, all: Manifests): boolean {
  const { kind, namespace, name } = reference;
  if (kind === 'Secret') return secretProducers(all).keysOf(namespace, name) !== undefined;
  return (
    all.find(kind, namespace, name) !== undefined ||
    given.has(`${kind}/${name}`) ||
    (kind === 'ClusterRole' && name.startsWith('system:')) ||
    (kind === 'ConfigMap' && name === givenConfigMap) ||
    isPrerequisite(reference, all)
  );
}

/** True for an object that the environment demands of its cluster before the first sync. */
export function isPrerequisite({ kind, namespace, name }: Omit<Reference, 'at'>, all: Manifests): boolean {
  return all.derive(prerequisites).has(`${kind}/${namespace ?? ''}/${name}`);
}

/** The references of an object to certain kinds that lead nowhere, as findings. */
export function danglingReferences(manifest: Manifest, all: Manifests, kinds: ReadonlySet<string>): readonly Finding[] {
  return referencesOf(manifest)
    .filter((reference) => kinds.has(reference.kind) && !resolves(reference, all))
    .map(({ at, kind, namespace, name }) => ({
      at,
      got: name,
      expected: `the name of a ${kind} that is rendered${namespace === undefined ? '' : ` in namespace '${namespace}'`} or listed as a prerequisite`,
    }));
}

function prerequisites(all: Manifests): ReadonlySet<string> {
  return new Set(all.intents.prerequisites.map(({ kind, namespace, name }) => `${kind}/${namespace ?? ''}/${name}`));
}
