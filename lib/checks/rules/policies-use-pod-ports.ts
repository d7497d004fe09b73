import type { Manifests } from '../manifests';
import type { PodGroup } from '../pod-groups';
import { podGroups } from '../pod-groups';
import type { Policy, PolicyPeer, PolicyRule } from '../reachability';
import { namespacesSelected, policyOf } from '../reachability';
import type { Finding, Rule } from '../rule';

/** Every port of a policy is one on which the destination's pods listen. */
export const policiesUsePodPorts: Rule = {
  id: 'policies-use-pod-ports',
  why: 'A policy judges packets after the Service’s address and port were translated: a Service port opens nothing.',
  kinds: ['NetworkPolicy'],
  check: (manifest, all) => {
    const policy = policyOf(manifest);
    if (!policy) return [];
    const own = podGroups(all).selectedBy(policy.namespace, policy.selector);
    return [
      ...policy.ingress.flatMap((rule) => unknownPorts(rule, own)),
      ...policy.egress.flatMap((rule) =>
        unknownPorts(
          rule,
          (rule.peers ?? []).flatMap((peer) => podsOf(peer, policy, all)),
        ),
      ),
    ];
  },
};

function unknownPorts({ at, ports = [] }: PolicyRule, destinations: readonly PodGroup[]): readonly Finding[] {
  return ports.flatMap(({ port, protocol = 'TCP' }, index) => {
    const deaf = destinations.find(
      (group) => !group.ports.some((own) => own.protocol === protocol && (own.number === port || own.name === port)),
    );
    if (port === undefined || !deaf) return [];
    const { kind, metadata } = deaf.manifest.object;
    const known = deaf.ports.map((own) => `${own.protocol} ${own.number}`).join(', ') || 'it has none';
    return [
      {
        at: `${at}/ports/${index}/port`,
        got: port,
        expected: `a port of the pods of ${kind} '${metadata.name}': ${known}`,
      },
    ];
  });
}

function podsOf(
  { namespaceSelector, podSelector, ipBlock }: PolicyPeer,
  policy: Policy,
  all: Manifests,
): readonly PodGroup[] {
  if (ipBlock) return [];
  const namespaces = namespaceSelector ? namespacesSelected(all, namespaceSelector) : [policy.namespace];
  return namespaces.flatMap((name) => podGroups(all).selectedBy(name, podSelector ?? {}));
}
