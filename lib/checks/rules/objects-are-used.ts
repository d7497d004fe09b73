import type { Manifest } from '../../contracts';
import type { Manifests } from '../manifests';
import { resolvedReferencesOf } from '../references';
import type { Rule } from '../rule';

/** Kinds of a namespace that do nothing unless something names them; what belongs to the cluster may serve others. */
const passive = [
  'Certificate',
  'ConfigMap',
  'ExternalSecret',
  'Issuer',
  'PersistentVolumeClaim',
  'SecretStore',
  'ServiceAccount',
];

/** Everything that only serves others serves somebody. */
export const objectsAreUsed: Rule = {
  id: 'objects-are-used',
  why: 'What nobody uses is left over from a change, or a mount or a reference that was forgotten.',
  kinds: passive,
  check: (manifest, all) => {
    const { kind, metadata } = manifest.object;
    // Every namespace has this account; it is rendered only to take its token away.
    if (kind === 'ServiceAccount' && metadata.name === 'default') return [];
    if (all.derive(usedObjects).has(manifest)) return [];
    return [{ at: '/metadata/name', got: metadata.name, expected: 'an object that something rendered uses' }];
  },
};

function usedObjects(all: Manifests): ReadonlySet<Manifest> {
  const used = new Set<Manifest>();
  for (const manifest of all) {
    // A binding speaks of an account; it does not act as it.
    const binding = manifest.object.kind.endsWith('RoleBinding');
    for (const { reference, targets } of resolvedReferencesOf(manifest, all)) {
      if (binding && reference.kind === 'ServiceAccount') continue;
      for (const target of targets) used.add(target);
    }
  }
  return used;
}
