import { podKinds, podTemplateOf } from '../pods';
import type { Rule } from '../rule';

/** Every pod says how important it is. */
export const hasPriorityClass: Rule = {
  id: 'has-priority-class',
  why: 'When a node is full, pods without a class are all alike, and a report may push out the database.',
  aliases: ['priority-class-name', 'priorityClassNotSet'],
  kinds: podKinds,
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    const got = pod?.spec.priorityClassName;
    if (!pod || (got !== undefined && got !== '')) return [];
    return [{ at: `${pod.at}/priorityClassName`, got, expected: 'the name of a PriorityClass' }];
  },
};
