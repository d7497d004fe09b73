import type { Manifests } from '../manifests';
import type { PodGroup } from '../pod-groups';
import { podGroups } from '../pod-groups';
import type { Allowance } from '../reachability';
import {
  allowanceKey,
  allowancesOf,
  declarationCovers,
  declarationCoversPort,
  declaredTraffic,
  describeAllowance,
  firstAllowances,
  policyOf,
} from '../reachability';
import type { Rule } from '../rule';

/** Every peer and port that a policy allows is a declared connection: nothing wider, nothing twice. */
export const noUndeclaredTraffic: Rule = {
  id: 'no-undeclared-traffic',
  why: 'Whoever takes over one pod can use every way that a policy leaves open, whether anything needs it or not.',
  kinds: ['NetworkPolicy'],
  check: (manifest, all) => {
    const policy = policyOf(manifest);
    if (!policy) return [];
    const groups = podGroups(all).selectedBy(policy.namespace, policy.selector);
    return allowancesOf(policy).flatMap((allowance) => {
      const { at } = allowance;
      if (!groups.every((group) => isDeclared(allowance, group, all))) {
        return [
          {
            at,
            got: describeAllowance(allowance),
            expected: 'only what a declared connection needs: its peer, its port',
          },
        ];
      }
      const first = groups.map((group) => all.derive(firstAllowances).get(group)?.get(allowanceKey(allowance)));
      const again = first.find((known) => known !== undefined && known !== allowance);
      if (!again) return [];
      const place = `${again.policy.manifest.object.metadata.name} ${again.at}`;
      return [
        { at, got: describeAllowance(allowance), expected: `no rule: NetworkPolicy '${place}' allows it already` },
      ];
    });
  },
};

function isDeclared({ direction, peer, port, policy }: Allowance, group: PodGroup, all: Manifests): boolean {
  if (!peer || !port) return false;
  return declaredTraffic(group, direction, all).some(({ far, ports }) => {
    const destinations = direction === 'ingress' ? [group] : podGroups(all).ofPeer(far);
    return declarationCoversPort(ports, port, destinations) && declarationCovers(far, peer, policy.namespace);
  });
}
