import type * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import type { Labels } from '../contracts';

/**
 * What may fail without a user noticing: nothing, one host, or one zone.
 * Decides how strictly replicas are kept apart, and how many there are at least.
 */
export type Availability = 'single' | 'hosts' | 'zones';

/** The fewest replicas with which the class keeps its promise. */
export const fewestReplicas: Readonly<Record<Availability, number>> = { single: 1, hosts: 2, zones: 2 };

const host = 'kubernetes.io/hostname';
const zone = 'topology.kubernetes.io/zone';
const preferenceWeight = 100;

/**
 * Keeps the replicas of one workload apart. What the class promises is demanded;
 * one step beyond is preferred. `revisionLabel` keeps the pods of a running
 * roll-out from being counted against their successors.
 */
export function spread(
  availability: Availability,
  labels: Labels,
  revisionLabel?: string,
): Pick<k8s.PodSpec, 'topologySpreadConstraints' | 'affinity'> {
  const constraint = (topologyKey: string, demanded: boolean): k8s.TopologySpreadConstraint => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: demanded ? 'DoNotSchedule' : 'ScheduleAnyway',
    labelSelector: { matchLabels: { ...labels } },
    ...(revisionLabel === undefined ? {} : { matchLabelKeys: [revisionLabel] }),
  });
  return {
    topologySpreadConstraints: [constraint(zone, availability === 'zones'), constraint(host, availability === 'hosts')],
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: preferenceWeight,
            podAffinityTerm: { topologyKey: host, labelSelector: { matchLabels: { ...labels } } },
          },
        ],
      },
    },
  };
}
