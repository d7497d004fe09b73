import { podGroups } from '../pod-groups';
import { podKinds, podTemplateOf } from '../pods';
import { declaredTraffic } from '../reachability';
import type { Rule } from '../rule';

/** Pods declare every port on which others connect to them. */
export const declaredPortsExist: Rule = {
  id: 'declared-ports-exist',
  why: 'A policy opens the port that was declared; when the pods listen on another one, nobody gets through.',
  exemptible: false,
  kinds: podKinds,
  check: (manifest, all) => {
    const [group] = podGroups(all).of(manifest);
    const template = podTemplateOf(manifest);
    if (!group || !template) return [];
    return declaredTraffic(group, 'ingress', all).flatMap(({ connection, ports }) =>
      ports
        .filter(
          (port) => !group.ports.some(({ number, protocol }) => number === port.number && protocol === port.protocol),
        )
        .map(({ number, protocol }) => ({
          at: `${template.at}/containers`,
          got: group.ports.map((port) => `${port.protocol} ${port.number}`).join(', ') || undefined,
          expected: `a container port ${protocol} ${number}, to which ${connection.from.id} connects`,
        })),
    );
  },
};
