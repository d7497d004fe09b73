import type { Manifest } from '../../contracts';
import type { Rule } from '../rule';

/** No two objects of an environment have the same group, kind, namespace and name. */
export const namesAreUnique: Rule = {
  id: 'names-are-unique',
  why: 'Of two objects with one name the last one wins, and which that is depends on the order of files.',
  exemptible: false,
  check: (manifest, all) => {
    const { kind, metadata } = manifest.object;
    // Of objects with one name the last is found; nearly always that is the object itself.
    if (all.find(kind, metadata.namespace, metadata.name) === manifest) return [];
    const same = all.ofKindIn(kind, metadata.namespace).filter((other) => isSame(other, manifest));
    const last = same.at(-1);
    if (!last || last === manifest) return [];
    return [{ at: '/metadata/name', got: metadata.name, expected: `a name that ${last.origin} does not have` }];
  },
};

/** The version does not tell objects apart: the API server converts between them. */
function isSame({ object: a }: Manifest, { object: b }: Manifest): boolean {
  return a.metadata.name === b.metadata.name && groupOf(a.apiVersion) === groupOf(b.apiVersion);
}

function groupOf(apiVersion: string): string {
  return apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
}
