import type { Container, PodSpec, PodTemplateSpec } from 'cdk8s-plus-27/lib/imports/k8s';
import type { KubernetesObject, Labels, Manifest } from '../contracts';
import type { Rendered } from './rendered';

/** A pod template inside an object, and where it stands. */
export interface PodTemplate {
  /** JSON pointer to the pod's spec. */
  readonly at: string;
  readonly spec: Rendered<PodSpec>;
  /** JSON pointer to the pod's metadata. */
  readonly metadataAt: string;
  readonly labels: Labels;
  readonly annotations: Labels;
}

/** A container of a pod template, init containers included. */
export interface PlacedContainer {
  readonly at: string;
  readonly container: Rendered<Container>;
  readonly init: boolean;
  readonly pod: PodTemplate;
}

const templatePaths: Readonly<Record<string, readonly string[]>> = {
  Pod: [],
  Deployment: ['spec', 'template'],
  StatefulSet: ['spec', 'template'],
  DaemonSet: ['spec', 'template'],
  ReplicaSet: ['spec', 'template'],
  Job: ['spec', 'template'],
  Rollout: ['spec', 'template'],
  CronJob: ['spec', 'jobTemplate', 'spec', 'template'],
};

/** The kinds that hold a pod template. */
export const podKinds: readonly string[] = Object.keys(templatePaths);

const finiteKinds: ReadonlySet<string> = new Set(['Job', 'CronJob']);
const templates = new WeakMap<KubernetesObject, PodTemplate | null>();
const containers = new WeakMap<PodTemplate, readonly PlacedContainer[]>();

/** The pod template of a workload; undefined for any other kind. */
export function podTemplateOf({ object }: Manifest): PodTemplate | undefined {
  if (!(object.kind in templatePaths)) return undefined;
  const known = templates.get(object);
  if (known !== undefined) return known ?? undefined;
  const found = findTemplate(object);
  templates.set(object, found ?? null);
  return found;
}

/** Every container of a workload, init containers first, each with its place. */
export function containersOf(manifest: Manifest): readonly PlacedContainer[] {
  const pod = podTemplateOf(manifest);
  if (!pod) return [];
  const known = containers.get(pod);
  if (known) return known;
  const place = (list: 'initContainers' | 'containers'): PlacedContainer[] =>
    (pod.spec[list] ?? []).map((container, index) => ({
      at: `${pod.at}/${list}/${index}`,
      container,
      init: list === 'initContainers',
      pod,
    }));
  const placed = [...place('initContainers'), ...place('containers')];
  containers.set(pod, placed);
  return placed;
}

/** The containers that run for as long as the workload exists: none of a Job, and no init container. */
export function servingContainersOf(manifest: Manifest): readonly PlacedContainer[] {
  return runsToCompletion(manifest) ? [] : containersOf(manifest).filter(({ init }) => !init);
}

/** True for workloads whose pods end by themselves. */
export function runsToCompletion({ object }: Manifest): boolean {
  return finiteKinds.has(object.kind);
}

function findTemplate(object: KubernetesObject): PodTemplate | undefined {
  const path = templatePaths[object.kind] ?? [];
  let at: unknown = object;
  for (const step of path) at = (at as Record<string, unknown> | undefined)?.[step];
  const template = at as Rendered<PodTemplateSpec> | undefined;
  if (!template?.spec) return undefined;
  return {
    at: `/${[...path, 'spec'].join('/')}`,
    spec: template.spec,
    metadataAt: `/${[...path, 'metadata'].join('/')}`,
    labels: (template.metadata?.labels ?? {}) as Labels,
    annotations: (template.metadata?.annotations ?? {}) as Labels,
  };
}
