import type { Manifest } from '../contracts';
import type { Manifests } from './manifests';
import { appendTo } from './manifests';
import { specOf } from './specs';

/** How many pods a workload runs, without those of a roll-out. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** How an autoscaler names what it scales. */
export interface ScaleTarget {
  /** JSON pointer to the reference. */
  readonly at: string;
  readonly kind: string;
  readonly name: string;
}

/** What an autoscaler scales; undefined for any other object. */
export function scaleTargetOf(manifest: Manifest): ScaleTarget | undefined {
  const hpa = specOf('HorizontalPodAutoscaler', manifest)?.scaleTargetRef;
  if (hpa) return { at: '/spec/scaleTargetRef', kind: hpa.kind ?? '', name: hpa.name ?? '' };
  const vpa = specOf('VerticalPodAutoscaler', manifest)?.targetRef;
  if (vpa) return { at: '/spec/targetRef', kind: vpa.kind ?? '', name: vpa.name ?? '' };
  const keda = specOf('ScaledObject', manifest)?.scaleTargetRef;
  return keda && { at: '/spec/scaleTargetRef', kind: keda.kind ?? 'Deployment', name: keda.name ?? '' };
}

/** The autoscalers of a workload, by their kind. */
export function autoscalersOf({ object }: Manifest, all: Manifests): readonly Manifest[] {
  return all.derive(byTarget).get(`${object.metadata.namespace ?? ''}/${object.kind}/${object.metadata.name}`) ?? [];
}

/** The autoscalers that change a workload's number of replicas. */
export function replicaScalersOf(manifest: Manifest, all: Manifests): readonly Manifest[] {
  return autoscalersOf(manifest, all).filter(({ object }) => object.kind !== 'VerticalPodAutoscaler');
}

/** The number of pods of a workload; undefined where it depends on the nodes (DaemonSet) or there are none. */
export function scaleOf(manifest: Manifest, all: Manifests): Scale | undefined {
  const fixed = fixedScaleOf(manifest);
  if (fixed === undefined) return undefined;
  const [scaler] = replicaScalersOf(manifest, all);
  if (!scaler) return { min: fixed, max: fixed };
  const { minReplicas = 1, maxReplicas = minReplicas } = specOf('HorizontalPodAutoscaler', scaler) ?? {};
  const { minReplicaCount = minReplicas, maxReplicaCount = maxReplicas } = specOf('ScaledObject', scaler) ?? {};
  return { min: minReplicaCount, max: maxReplicaCount };
}

function fixedScaleOf(manifest: Manifest): number | undefined {
  const replicated =
    specOf('Deployment', manifest) ?? specOf('StatefulSet', manifest) ?? specOf('ReplicaSet', manifest);
  if (replicated) return replicated.replicas ?? 1;
  const cluster = specOf('Cluster', manifest);
  if (cluster) return cluster.instances ?? 1;
  const job = specOf('Job', manifest) ?? specOf('CronJob', manifest)?.jobTemplate?.spec;
  return job && (job.parallelism ?? 1);
}

function byTarget(all: Manifests): ReadonlyMap<string, readonly Manifest[]> {
  const index = new Map<string, Manifest[]>();
  for (const kind of ['HorizontalPodAutoscaler', 'VerticalPodAutoscaler', 'ScaledObject']) {
    for (const manifest of all.ofKind(kind)) {
      const target = scaleTargetOf(manifest);
      if (target)
        appendTo(index, `${manifest.object.metadata.namespace ?? ''}/${target.kind}/${target.name}`, manifest);
    }
  }
  return index;
}
