import { podKinds, podTemplateOf, runsToCompletion } from '../pods';
import type { Rule } from '../rule';
import { scaleOf } from '../scale';

const hostname = 'kubernetes.io/hostname';

/** Replicas of a workload are kept on different nodes. */
export const replicasAreSpread: Rule = {
  id: 'replicas-are-spread',
  why: 'Replicas on one node fail together with it, and were paid for in vain.',
  aliases: [
    'no-anti-affinity',
    'deployment-has-host-podantiaffinity',
    'statefulset-has-host-podantiaffinity',
    'pod-topology-spread-constraints',
    'topologySpreadConstraint',
  ],
  kinds: podKinds,
  check: (manifest, all) => {
    const pod = podTemplateOf(manifest);
    if (!pod || runsToCompletion(manifest) || (scaleOf(manifest, all)?.max ?? 1) < 2) return [];
    const spread = (pod.spec.topologySpreadConstraints ?? []).map(({ topologyKey }) => topologyKey);
    if (spread.includes(hostname)) return [];
    return [
      {
        at: `${pod.at}/topologySpreadConstraints`,
        got: spread.join(', ') || undefined,
        expected: `one over ${hostname}`,
      },
    ];
  },
};
