import { podKinds, podTemplateOf } from '../pods';
import { milliOf, showMilli } from '../quantities';
import { podUsage } from '../resources';
import type { Finding, Rule } from '../rule';

/** Every scratch directory has a size, within what the pod may use. */
export const sizedEmptyDirs: Rule = {
  id: 'sized-empty-dirs',
  why: 'A directory without a size fills the node’s disk, or – in memory – is killed for it without a word.',
  kinds: podKinds,
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    const usage = pod && podUsage(pod);
    return (pod?.spec.volumes ?? []).flatMap(({ emptyDir }, index): Finding[] => {
      if (!pod || !emptyDir) return [];
      const at = `${pod.at}/volumes/${index}/emptyDir/sizeLimit`;
      const size = milliOf(emptyDir.sizeLimit);
      if (size === undefined || size === 0) return [{ at, got: emptyDir.sizeLimit, expected: 'a size' }];
      const resource = emptyDir.medium === 'Memory' ? 'memory' : 'ephemeral-storage';
      const limit = usage?.get(`limits.${resource}`) ?? 0;
      if (limit === 0 || size <= limit) return [];
      return [
        { at, got: emptyDir.sizeLimit, expected: `${showMilli(limit, 'binary')} or less: the pod’s ${resource} limit` },
      ];
    });
  },
};
