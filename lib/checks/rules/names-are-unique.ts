import type { Manifest } from '../../contracts';
import type { Manifests } from '../manifests';
import type { Rule } from '../rule';

/** No two objects of an environment have the same group, kind, namespace and name. */
export const namesAreUnique: Rule = {
  id: 'names-are-unique',
  why: 'Of two objects with one name the last one wins, and which that is depends on the order of files.',
  exemptible: false,
  check: (manifest, all) => {
    const first = all.derive(firstByName).get(identityOf(manifest));
    if (!first || first === manifest) return [];
    return [
      {
        at: '/metadata/name',
        got: manifest.object.metadata.name,
        expected: `a name that ${first.origin} does not have`,
      },
    ];
  },
};

function firstByName(all: Manifests): ReadonlyMap<string, Manifest> {
  const index = new Map<string, Manifest>();
  for (const manifest of all) {
    const key = identityOf(manifest);
    if (!index.has(key)) index.set(key, manifest);
  }
  return index;
}

/** The version does not tell objects apart: the API server converts between them. */
function identityOf({ object: { apiVersion, kind, metadata } }: Manifest): string {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return `${group}/${kind}/${metadata.namespace ?? ''}/${metadata.name}`;
}
