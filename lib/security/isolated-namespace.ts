import { Lazy } from 'cdk8s';
import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import type { Footprint, PodShape, Resources } from '../core';
import { Bytes, clusterScoped, Component, Cpu, footprintOf, nameLabels, Topology } from '../core';

const podSecurity = 'pod-security.kubernetes.io';
/** The oldest Kubernetes that the project supports, so every cluster knows this version of the standard. */
const enforcedVersion = 'v1.27';

/**
 * The namespace of a component and what keeps it to itself: Namespace, default
 * ServiceAccount without a token, a NetworkPolicy that denies both directions,
 * ResourceQuota and LimitRange.
 *
 * Guarantees that only pods of the "restricted" standard are admitted and that
 * the quota is exactly what the described workloads take at full scale in the
 * middle of a roll-out: a runaway cannot starve its neighbours.
 */
export class IsolatedNamespace extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { name, namespace } = Component.containing(this);
    const labels = nameLabels(name);
    new k8s.KubeNamespace(this, 'Namespace', {
      metadata: {
        ...clusterScoped,
        name: namespace,
        labels: {
          ...labels,
          [`${podSecurity}/enforce`]: 'restricted',
          [`${podSecurity}/enforce-version`]: enforcedVersion,
          [`${podSecurity}/audit`]: 'restricted',
          [`${podSecurity}/audit-version`]: 'latest',
          [`${podSecurity}/warn`]: 'restricted',
          [`${podSecurity}/warn-version`]: 'latest',
        },
        // Deleting a namespace deletes all that is in it, data included.
        annotations: { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' },
      },
    });
    new k8s.KubeServiceAccount(this, 'DefaultAccount', {
      metadata: { name: 'default', labels },
      automountServiceAccountToken: false,
    });
    new k8s.KubeNetworkPolicy(this, 'DefaultDeny', {
      metadata: { name: 'default-deny', labels },
      spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] },
    });
    new k8s.KubeResourceQuota(this, 'Quota', {
      metadata: { name, labels },
      spec: Lazy.any({
        produce: () => ({ hard: quota(footprintOf(this.shapes(namespace))) }),
      }) as k8s.ResourceQuotaSpec,
    });
    new k8s.KubeLimitRange(this, 'Limits', {
      metadata: { name, labels },
      spec: Lazy.any({ produce: () => limits(this.containers(namespace)) }) as k8s.LimitRangeSpec,
    });
  }

  private containers(namespace: string): readonly Resources[] {
    return this.shapes(namespace).flatMap(({ containers, initContainers }) => [...containers, ...initContainers]);
  }

  private shapes(namespace: string): readonly PodShape[] {
    return Topology.of(this)
      .nodes.filter(({ peer }) => peer.namespace === namespace)
      .map(({ shape }) => shape());
  }
}

function quota(footprint: Footprint): Record<string, k8s.Quantity> {
  return quantities({
    pods: String(footprint.pods),
    'requests.cpu': footprint.cpuRequest.toString(),
    'limits.cpu': footprint.cpuLimit.toString(),
    'requests.memory': footprint.memory.toString(),
    'limits.memory': footprint.memory.toString(),
    'requests.ephemeral-storage': footprint.ephemeralStorage.toString(),
    'limits.ephemeral-storage': footprint.ephemeralStorage.toString(),
    persistentvolumeclaims: String(footprint.claims),
    'requests.storage': footprint.storage.toString(),
    'services.loadbalancers': String(footprint.loadBalancers),
  });
}

/** A container without a size gets the smallest that is described here; none may be larger than the largest. */
function limits(containers: readonly Resources[]): k8s.LimitRangeSpec {
  const amounts = (pick: (...values: number[]) => number, cpu: 'cpu' | 'cpuLimit'): Record<string, k8s.Quantity> =>
    quantities({
      cpu: Cpu.millis(pick(...containers.map((container) => container[cpu].millicores))).toString(),
      memory: Bytes.of(pick(...containers.map(({ memory }) => memory.value))).toString(),
      'ephemeral-storage': Bytes.of(
        pick(...containers.map(({ ephemeralStorage }) => ephemeralStorage.value)),
      ).toString(),
    });
  if (containers.length === 0) return { limits: [] };
  return {
    limits: [
      {
        type: 'Container',
        default: amounts(Math.min, 'cpuLimit'),
        defaultRequest: amounts(Math.min, 'cpu'),
        max: amounts(Math.max, 'cpuLimit'),
      },
    ],
  };
}

function quantities(amounts: Readonly<Record<string, string>>): Record<string, k8s.Quantity> {
  return Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, k8s.Quantity.fromString(amount)]));
}
