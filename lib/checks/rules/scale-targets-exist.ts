import { referringKinds } from '../object-references';
import { danglingReferences } from '../references';
import type { Rule } from '../rule';

const kinds = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'Rollout']);

/** Every autoscaler has something to scale. */
export const scaleTargetsExist: Rule = {
  id: 'scale-targets-exist',
  why: 'An autoscaler without a target does nothing, and the load that it was meant for arrives anyway.',
  aliases: ['dangling-horizontalpodautoscaler', 'horizontalpodautoscaler-has-target'],
  exemptible: false,
  kinds: referringKinds,
  check: (manifest, all) => danglingReferences(manifest, all, kinds),
};
