import { podGroups, podMakers } from '../pod-groups';
import { policyOf } from '../reachability';
import type { Rule } from '../rule';
import { selectsAll } from '../selectors';

/** Every namespace that holds pods denies all traffic that no other policy allows. */
export const defaultDeny: Rule = {
  id: 'default-deny',
  why: 'A pod that no policy selects may talk to everybody; with a default of its own, a forgotten policy closes instead of opens.',
  aliases: ['C-0030', 'C-0049', 'C-0054', 'C-0206', 'C-0260', 'non-isolated-pod', 'KSV-0038', 'CKV2_K8S_6'],
  kinds: podMakers,
  check: (manifest, all) => {
    const { namespace } = manifest.object.metadata;
    const [first] = podGroups(all).in(namespace);
    if (first?.manifest !== manifest) return [];
    const denies = all.ofKindIn('NetworkPolicy', namespace).some((candidate) => {
      const policy = policyOf(candidate);
      if (!policy || !selectsAll(policy.selector) || policy.isolates.length < 2) return false;
      return policy.ingress.length + policy.egress.length === 0;
    });
    if (denies) return [];
    const of = all.find('Namespace', undefined, namespace ?? '') ?? manifest;
    const expected = 'a NetworkPolicy in the namespace with podSelector {}, both policyTypes and no rule';
    return [{ at: '/metadata/name', got: 'no such policy', expected, of }];
  },
};
