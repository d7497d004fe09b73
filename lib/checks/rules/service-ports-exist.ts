import { podGroups } from '../pod-groups';
import type { Rule } from '../rule';
import { specOf } from '../specs';

/** Each port of a Service leads to a port that its pods declare. */
export const servicePortsExist: Rule = {
  id: 'service-ports-exist',
  why: 'Connections to a port on which nobody listens are refused, although the Service looks healthy.',
  aliases: ['invalid-target-ports'],
  kinds: ['Service'],
  check: (manifest, all) => {
    const { ports = [], selector: matchLabels = {} } = specOf('Service', manifest) ?? {};
    if (ports.length === 0 || Object.keys(matchLabels).length === 0) return [];
    const groups = podGroups(all).selectedBy(manifest.object.metadata.namespace, { matchLabels });
    return ports.flatMap(({ port, targetPort = port, protocol = 'TCP' }, index) =>
      groups
        .filter(({ ports: own }) => {
          const known = own.filter((candidate) => candidate.protocol === protocol);
          return !known.some(({ name, number }) => targetPort === name || targetPort === number);
        })
        .map(({ manifest: { object }, ports: own }) => ({
          at: `/spec/ports/${index}/targetPort`,
          got: targetPort,
          expected: `a ${protocol} port of ${object.kind} '${object.metadata.name}': ${own.map(({ name, number }) => `${name ?? ''} (${number})`).join(', ') || 'it has none'}`,
        })),
    );
  },
};
