import type { Rule } from '../rule';
import { specOf } from '../specs';

/** Pods that are not ready never stop a node from being drained. */
export const pdbEvictsUnhealthy: Rule = {
  id: 'pdb-evicts-unhealthy',
  why: 'A pod that crashes for ever counts as missing already, and by default its budget then refuses to let it go.',
  aliases: ['pdb-unhealthy-pod-eviction-policy'],
  kinds: ['PodDisruptionBudget'],
  check: (manifest) => {
    const spec = specOf('PodDisruptionBudget', manifest);
    const got = spec?.unhealthyPodEvictionPolicy;
    return !spec || got === 'AlwaysAllow'
      ? []
      : [{ at: '/spec/unhealthyPodEvictionPolicy', got, expected: 'AlwaysAllow' }];
  },
};
