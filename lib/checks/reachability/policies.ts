import type { Manifests } from '../manifests';
import { appendTo } from '../manifests';
import type { PodGroup } from '../pod-groups';
import { podGroups } from '../pod-groups';
import type { Direction, Policy } from './policy';
import { policyOf } from './policy';

/** Every policy of an environment. */
export function policies(all: Manifests): readonly Policy[] {
  return all.derive(readPolicies);
}

/** The policies that isolate these pods in one direction; none means that everything passes. */
export function policiesIsolating(group: PodGroup, direction: Direction, all: Manifests): readonly Policy[] {
  return (all.derive(policiesByGroup).get(group) ?? []).filter(({ isolates }) => isolates.includes(direction));
}

function readPolicies(all: Manifests): readonly Policy[] {
  return all.ofKind('NetworkPolicy').flatMap((manifest) => policyOf(manifest) ?? []);
}

function policiesByGroup(all: Manifests): ReadonlyMap<PodGroup, readonly Policy[]> {
  const index = new Map<PodGroup, Policy[]>();
  for (const policy of policies(all)) {
    for (const group of podGroups(all).selectedBy(policy.namespace, policy.selector)) appendTo(index, group, policy);
  }
  return index;
}
