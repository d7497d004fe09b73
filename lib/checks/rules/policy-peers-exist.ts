import type { Manifests } from '../manifests';
import { podGroups } from '../pod-groups';
import type { Policy, PolicyPeer } from '../reachability';
import { namespacesSelected, policyOf } from '../reachability';
import type { Finding, Rule } from '../rule';
import { describeSelector } from '../selectors';

/** Every peer of a policy that is ours stands for some pods. */
export const policyPeersExist: Rule = {
  id: 'policy-peers-exist',
  why: 'A peer that selects nothing is a connection that does not work, or an opening that waits for somebody to use it.',
  aliases: ['C-0299', 'dangling-networkpolicypeer-podselector'],
  kinds: ['NetworkPolicy'],
  check: (manifest, all) => {
    const policy = policyOf(manifest);
    if (!policy) return [];
    return [...policy.ingress, ...policy.egress].flatMap(({ peers = [], peersAt }) =>
      peers.flatMap((peer, index) => dangling(policy, peer, `${peersAt}/${index}`, all)),
    );
  },
};

function dangling(policy: Policy, peer: PolicyPeer, at: string, all: Manifests): readonly Finding[] {
  const { namespaceSelector, podSelector } = peer;
  if (!namespaceSelector && !podSelector) return [];
  const namespaces = namespaceSelector ? namespacesSelected(all, namespaceSelector) : [policy.namespace];
  // No namespace of ours: the pods are another team's, and cannot be looked up.
  if (namespaces.length === 0) return [];
  if (namespaces.some((name) => podGroups(all).selectedBy(name, podSelector ?? {}).length > 0)) return [];
  const got = `${describeSelector(podSelector ?? {})} in ${namespaces.join(', ')}`;
  return [{ at, got, expected: 'labels of pods that are rendered' }];
}
