import type { PersistentVolumeClaimSpec } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Manifest } from '../contracts';
import type { Manifests } from './manifests';
import { shareOf } from './percentages';
import { podTemplateOf } from './pods';
import { milliOf } from './quantities';
import type { Rendered } from './rendered';
import type { Usage } from './resources';
import { addUsage, podUsage, resourceNames } from './resources';
import { scaleOf } from './scale';
import { specOf } from './specs';

/** What all objects of a namespace take of a quota at most: at full scale, during a roll-out. */
export function namespaceUsage(all: Manifests, namespace: string): Usage {
  return all.derive(usageByNamespace).get(namespace) ?? new Map<string, number>();
}

/** Pods that a roll-out starts before it stops others. */
export function surgeOf(manifest: Manifest, replicas: number): number {
  const { strategy = {} } = specOf('Deployment', manifest) ?? { strategy: { type: 'Recreate' } };
  if (strategy.type === 'Recreate') return 0;
  const { maxSurge = '25%' } = strategy.rollingUpdate ?? {};
  return shareOf(maxSurge, replicas, Math.ceil) ?? 0;
}

const loadBalancer: Usage = new Map([['services.loadbalancers', 1000]]);

function usageByNamespace(all: Manifests): ReadonlyMap<string, Usage> {
  const totals = new Map<string, Usage>();
  for (const manifest of all) {
    const { namespace } = manifest.object.metadata;
    if (namespace === undefined) continue;
    const total: Usage = totals.get(namespace) ?? new Map<string, number>();
    totals.set(namespace, total);
    addPods(total, manifest, all);
    addClaims(total, manifest, all);
    if (specOf('Service', manifest)?.type === 'LoadBalancer') addUsage(total, loadBalancer, 1);
  }
  return totals;
}

function addPods(total: Usage, manifest: Manifest, all: Manifests): void {
  // A DaemonSet has one pod per node; one is all that is known here.
  const { max } = scaleOf(manifest, all) ?? { max: 1 };
  const template = podTemplateOf(manifest);
  if (template) addUsage(total, podUsage(template), max + surgeOf(manifest, max));
  const cluster = specOf('Cluster', manifest);
  if (!cluster) return;
  const usage: Usage = new Map([['pods', 1000]]);
  for (const list of ['requests', 'limits'] as const) {
    for (const resource of resourceNames) {
      usage.set(`${list}.${resource}`, milliOf(cluster.resources?.[list]?.[resource]) ?? 0);
    }
  }
  addUsage(total, usage, max);
}

function addClaims(total: Usage, manifest: Manifest, all: Manifests): void {
  const claim = specOf('PersistentVolumeClaim', manifest);
  if (claim) addUsage(total, claimUsage(claim), 1);
  const { max = 0 } = scaleOf(manifest, all) ?? {};
  for (const { spec } of specOf('StatefulSet', manifest)?.volumeClaimTemplates ?? []) {
    addUsage(total, claimUsage(spec ?? {}), max);
  }
  const { storage, walStorage } = specOf('Cluster', manifest) ?? {};
  for (const volume of [storage, walStorage]) {
    if (volume?.size !== undefined)
      addUsage(total, claimUsage({ resources: { requests: { storage: volume.size } } }), max);
  }
}

function claimUsage({ resources }: Rendered<PersistentVolumeClaimSpec>): Usage {
  return new Map([
    ['persistentvolumeclaims', 1000],
    ['requests.storage', milliOf(resources?.requests?.storage) ?? 0],
  ]);
}
