import type { Manifest } from '../contracts';
import type { Manifests } from './manifests';
import { appendTo } from './manifests';
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
  const remembered = known.get(manifest);
  if (remembered) return remembered;
  const found = [...podReferencesOf(manifest), ...objectReferencesOf(manifest)];
  known.set(manifest, found);
  return found;
}

/** A reference with the objects here that it leads to: the named one, or the makers of a Secret. */
export interface ResolvedReference {
  readonly reference: Reference;
  readonly targets: readonly Manifest[];
}

/** What an object mentions, followed. */
export function resolvedReferencesOf(manifest: Manifest, all: Manifests): readonly ResolvedReference[] {
  return all.derive(resolved).get(manifest) ?? [];
}

/** True when what leads to nothing here is there nevertheless: promised, or part of every cluster. */
function isElsewhere(reference: Reference, all: Manifests): boolean {
  const { kind, namespace, name } = reference;
  if (kind === 'Secret') return secretProducers(all).keysOf(namespace, name) !== undefined;
  return (
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
  return (all.derive(dangling).get(manifest) ?? [])
    .filter(({ kind }) => kinds.has(kind))
    .map(({ at, kind, namespace, name }) => ({
      at,
      got: name,
      expected: `the name of a ${kind} that is rendered${namespace === undefined ? '' : ` in namespace '${namespace}'`} or listed as a prerequisite`,
    }));
}

/** Found once for all rules that ask: in a sound platform there are none. */
function dangling(all: Manifests): ReadonlyMap<Manifest, readonly Reference[]> {
  const index = new Map<Manifest, Reference[]>();
  for (const [manifest, references] of all.derive(resolved)) {
    for (const { reference, targets } of references) {
      if (targets.length === 0 && !isElsewhere(reference, all)) appendTo(index, manifest, reference);
    }
  }
  return index;
}

function resolved(all: Manifests): ReadonlyMap<Manifest, readonly ResolvedReference[]> {
  const index = new Map<Manifest, readonly ResolvedReference[]>();
  const producers = secretProducers(all);
  for (const manifest of all) {
    const references = referencesOf(manifest);
    if (references.length === 0) continue;
    index.set(
      manifest,
      references.map((reference) => {
        const { kind, namespace, name } = reference;
        if (kind === 'Secret') return { reference, targets: producers.makersOf(namespace, name) };
        const target = all.find(kind, namespace, name);
        return { reference, targets: target ? [target] : [] };
      }),
    );
  }
  return index;
}

function prerequisites(all: Manifests): ReadonlySet<string> {
  return new Set(all.intents.prerequisites.map(({ kind, namespace, name }) => `${kind}/${namespace ?? ''}/${name}`));
}
