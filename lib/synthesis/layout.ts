import type { Manifest } from '../contracts';
import { DescriptionError } from '../core';

/** What a file may be called on every system: the colon of `system:…` roles is none of it. */
const unsafe = /[^A-Za-z0-9._-]/g;

/**
 * The file of every manifest: `<environment>/<component>/<kind>-<name>.yaml`.
 * In a component that spans several namespaces it is
 * `<kind>-<namespace>-<name>.yaml` for all objects that have one, so that a
 * path does not depend on which other objects share its name.
 * @throws when two objects would share a file
 */
export function layOut(environment: string, manifests: readonly Manifest[]): ReadonlyMap<string, Manifest> {
  const spanning = componentsSpanningNamespaces(manifests);
  const files = new Map<string, Manifest>();
  const taken = new Map<string, Manifest>();
  for (const manifest of manifests) {
    const { kind, metadata } = manifest.object;
    const parts = [
      kind.toLowerCase(),
      ...(spanning.has(manifest.component) ? [metadata.namespace] : []),
      metadata.name,
    ];
    const file = `${parts
      .filter((part) => part !== undefined)
      .join('-')
      .replaceAll(unsafe, '-')}.yaml`;
    const path = `${environment}/${manifest.component}/${file}`;
    // Some file systems do not tell upper from lower case.
    const other = taken.get(path.toLowerCase());
    if (other) throw new DescriptionError(sharedFile(path, other, manifest));
    taken.set(path.toLowerCase(), manifest);
    files.set(path, manifest);
  }
  return files;
}

function componentsSpanningNamespaces(manifests: readonly Manifest[]): ReadonlySet<string> {
  const first = new Map<string, string>();
  const spanning = new Set<string>();
  for (const { component, object } of manifests) {
    const { namespace } = object.metadata;
    if (namespace === undefined) continue;
    if (first.get(component) === undefined) first.set(component, namespace);
    else if (first.get(component) !== namespace) spanning.add(component);
  }
  return spanning;
}

function sharedFile(path: string, one: Manifest, other: Manifest): string {
  return [
    `${path}: two objects cannot share a file`,
    `    got       ${one.origin} and ${other.origin}`,
    '    expected  one object for every kind, namespace and name in a component',
    '    fix       rename one of them, or move it to another component',
  ].join('\n');
}
