import { podKinds, podTemplateOf } from '../pods';
import type { Rule } from '../rule';

/** Every volume of a pod says what it is, once. */
export const volumesHaveASource: Rule = {
  id: 'volumes-have-a-source',
  why: 'A volume without a source is an empty directory: the program finds no password and no configuration in it.',
  exemptible: false,
  kinds: podKinds,
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    if (!pod) return [];
    return (pod.spec.volumes ?? [])
      .map((volume, index) => ({
        at: `${pod.at}/volumes/${index}`,
        got: Object.keys(volume).filter((key) => key !== 'name'),
        expected: 'one source: secret, configMap, emptyDir …',
      }))
      .filter(({ got }) => got.length !== 1);
  },
};
