import type { Labels } from '../../contracts';
import type { Manifests } from '../manifests';
import { matches } from '../manifests';
import type { PodGroup } from '../pod-groups';
import { podGroups } from '../pod-groups';
import type { Policy } from '../reachability';
import { declaredTraffic, policyOf } from '../reachability';
import type { Rule } from '../rule';
import { describeSelector, selectsAll } from '../selectors';

/** Every network policy is for pods that exist: all of its namespace, or those of one declared workload. */
export const policySelectsPods: Rule = {
  id: 'policy-selects-pods',
  why: 'A policy for no pods protects nothing; one for more than it was written for opens ways that nobody meant.',
  aliases: ['C-0299', 'dangling-networkpolicy', 'networkpolicy-targets-pod'],
  exemptible: false,
  kinds: ['NetworkPolicy'],
  check: (manifest, all) => {
    const policy = policyOf(manifest);
    if (!policy) return [];
    const groups = podGroups(all).selectedBy(policy.namespace, policy.selector);
    // Only what denies may be for all pods: what allows, allows one workload.
    const denies = selectsAll(policy.selector) && policy.ingress.length + policy.egress.length === 0;
    // What denies all also guards a namespace that has no pods yet.
    if (denies || (groups.length > 0 && isForDeclared(policy, groups, all))) return [];
    return [
      {
        at: '/spec/podSelector',
        got: describeSelector(policy.selector),
        expected: 'all labels of one declared workload of its namespace, or {} without any rule',
      },
    ];
  },
};

/** True when the selector demands the labels that a connection declares for the pods; true for pods that none declares. */
function isForDeclared({ selector }: Policy, groups: readonly PodGroup[], all: Manifests): boolean {
  const demanded = (selector.matchLabels ?? {}) as Labels;
  const declared = groups.flatMap((group) => declaredLabels(group, all));
  return declared.length === 0 || declared.some((labels) => matches(labels, demanded));
}

function declaredLabels(group: PodGroup, all: Manifests): readonly Labels[] {
  const ends = [
    ...declaredTraffic(group, 'egress', all).map(({ connection }) => connection.from),
    ...declaredTraffic(group, 'ingress', all).map(({ connection }) => connection.to.server),
  ];
  return ends.flatMap((peer) => (peer.type === 'pods' ? [peer.labels] : []));
}
