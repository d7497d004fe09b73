import { containersOf, podKinds, podTemplateOf } from '../pods';
import type { Rule } from '../rule';

/** What init containers write into a scratch volume is mounted by a container that runs after them. */
export const initResultsAreUsed: Rule = {
  id: 'init-results-are-used',
  why: 'Files that only init containers see were prepared for a mount that is missing.',
  exemptible: false,
  kinds: podKinds,
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    if (!pod) return [];
    const mountedBy = (init: boolean): ReadonlySet<string | undefined> =>
      new Set(
        containersOf(manifest)
          .filter((placed) => placed.init === init)
          .flatMap(({ container }) => (container.volumeMounts ?? []).map(({ name }) => name)),
      );
    const [before, after] = [mountedBy(true), mountedBy(false)];
    return (pod.spec.volumes ?? []).flatMap(({ name, emptyDir }, index) =>
      emptyDir && before.has(name) && !after.has(name)
        ? [
            {
              at: `${pod.at}/volumes/${index}`,
              got: name,
              expected: 'a volume that a container mounts which is no init container',
            },
          ]
        : [],
    );
  },
};
