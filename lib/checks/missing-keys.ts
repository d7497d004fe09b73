import type { Manifest } from '../contracts';
import type { Manifests } from './manifests';
import type { Reference } from './reference';
import { referencesOf } from './references';
import type { Finding } from './rule';
import type { SecretKeys } from './secret-producers';

/** Keys that an object takes from others of one kind, and that those do not have, as findings. */
export function missingKeys(
  manifest: Manifest,
  all: Manifests,
  kind: string,
  keysOf: (reference: Reference, all: Manifests) => SecretKeys | undefined,
): readonly Finding[] {
  return referencesOf(manifest).flatMap((reference) => {
    if (reference.kind !== kind || reference.keys === undefined || reference.keys.length === 0) return [];
    const known = keysOf(reference, all);
    if (known === undefined || known === 'any') return [];
    return reference.keys
      .filter(({ key }) => !known.has(key))
      .map(({ at, key }) => ({
        at,
        got: key,
        expected: `a key of ${kind} '${reference.name}': ${[...known].join(', ') || 'it has none'}`,
      }));
  });
}
