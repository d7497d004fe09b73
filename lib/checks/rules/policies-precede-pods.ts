import { podGroups } from '../pod-groups';
import { policyOf } from '../reachability';
import type { Rule } from '../rule';
import { compareSync, describeSync, syncPositionOf, syncWaveAt } from '../sync-order';

/** Network policies are there before the pods that they are for. */
export const policiesPrecedePods: Rule = {
  id: 'policies-precede-pods',
  why: 'Pods that start before their policies are cut off by the default, never become ready, and hold up the sync.',
  exemptible: false,
  kinds: ['NetworkPolicy'],
  check: (manifest, all) => {
    const policy = policyOf(manifest);
    if (!policy) return [];
    const own = syncPositionOf(manifest);
    return podGroups(all)
      .selectedBy(policy.namespace, policy.selector)
      .filter((group) => compareSync(own, syncPositionOf(group.manifest)) > 0)
      .map(({ manifest: workload }) => ({
        at: syncWaveAt,
        got: describeSync(own),
        expected: `not after ${workload.object.kind} '${workload.object.metadata.name}' (${describeSync(syncPositionOf(workload))})`,
      }));
  },
};
