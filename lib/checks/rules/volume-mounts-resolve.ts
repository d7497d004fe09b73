import { containersOf, podKinds, podTemplateOf } from '../pods';
import type { Rule } from '../rule';
import { specOf } from '../specs';

/** Every mount names a volume, and every volume is mounted. */
export const volumeMountsResolve: Rule = {
  id: 'volume-mounts-resolve',
  why: 'The API server refuses a mount without a volume, and a volume that nobody mounts is a mount that was forgotten.',
  exemptible: false,
  kinds: podKinds,
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    if (!pod) return [];
    const templates = specOf('StatefulSet', manifest)?.volumeClaimTemplates ?? [];
    const volumes = [
      ...(pod.spec.volumes ?? []).map(({ name }, index) => ({ name, at: `${pod.at}/volumes/${index}` })),
      ...templates.map(({ metadata }, index) => ({ name: metadata?.name, at: `/spec/volumeClaimTemplates/${index}` })),
    ];
    const mounts = containersOf(manifest).flatMap(({ at, container }) =>
      (['volumeMounts', 'volumeDevices'] as const).flatMap((list) =>
        (container[list] ?? []).map(({ name }, index) => ({ name, at: `${at}/${list}/${index}/name` })),
      ),
    );
    const known = new Set(volumes.map(({ name }) => name));
    const mounted = new Set(mounts.map(({ name }) => name));
    const expected = `the name of a volume of the pod: ${[...known].join(', ') || 'it has none'}`;
    return [
      ...mounts.filter(({ name }) => !known.has(name)).map(({ name, at }) => ({ at, got: name, expected })),
      ...volumes
        .filter(({ name }) => !mounted.has(name))
        .map(({ name, at }) => ({ at, got: name, expected: 'a volume that a container mounts' })),
    ];
  },
};
