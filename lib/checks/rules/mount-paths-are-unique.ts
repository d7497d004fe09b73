import { containersOf, podKinds } from '../pods';
import type { Finding, Rule } from '../rule';

/** No container mounts two volumes at one path, and paths are absolute. */
export const mountPathsAreUnique: Rule = {
  id: 'mount-paths-are-unique',
  why: 'The API server refuses two mounts at one path, and a relative path depends on the runtime.',
  exemptible: false,
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest).flatMap(({ at, container }) => {
      const seen = new Set<string>();
      return (container.volumeMounts ?? []).flatMap(({ mountPath = '' }, index): Finding[] => {
        const place = { at: `${at}/volumeMounts/${index}/mountPath`, got: mountPath };
        if (!mountPath.startsWith('/')) return [{ ...place, expected: 'an absolute path' }];
        if (seen.has(mountPath)) return [{ ...place, expected: 'a path that no other mount of the container has' }];
        seen.add(mountPath);
        return [];
      });
    }),
};
