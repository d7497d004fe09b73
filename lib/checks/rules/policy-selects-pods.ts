import { podGroups } from '../pod-groups';
import { policyOf } from '../reachability';
import type { Rule } from '../rule';
import { describeSelector } from '../selectors';

/** Every network policy applies to some pods. */
export const policySelectsPods: Rule = {
  id: 'policy-selects-pods',
  why: 'A policy that selects nothing protects nothing, and the pods that it was written for are left to another.',
  aliases: ['C-0299', 'dangling-networkpolicy', 'networkpolicy-targets-pod'],
  exemptible: false,
  kinds: ['NetworkPolicy'],
  check: (manifest, all) => {
    const policy = policyOf(manifest);
    if (!policy || podGroups(all).selectedBy(policy.namespace, policy.selector).length > 0) return [];
    return [
      { at: '/spec/podSelector', got: describeSelector(policy.selector), expected: 'labels of pods in its namespace' },
    ];
  },
};
