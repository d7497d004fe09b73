import type { Container, PodSpec, PodTemplateSpec } from 'cdk8s-plus-27/lib/imports/k8s';
import type { KubernetesObject, Labels, Manifest } from '../contracts';
import type { Rendered } from './rendered';

/** A pod template inside an object, and where it stands. */
export interface PodTemplate {
  /** JSON pointer to the pod's spec. */
  readonly at: string;
  readonly spec: Rendered<PodSpec>;
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

const templates = new WeakMap<KubernetesObject, PodTemplate | null>();

/** The pod template of a workload; undefined for any other kind. */
export function podTemplateOf({ object }: Manifest): PodTemplate | undefined {
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
  const place = (list: 'initContainers' | 'containers'): PlacedContainer[] =>
    (pod.spec[list] ?? []).map((container, index) => ({
      at: `${pod.at}/${list}/${index}`,
      container,
      init: list === 'initContainers',
      pod,
    }));
  return [...place('initContainers'), ...place('containers')];
}

function findTemplate(object: KubernetesObject): PodTemplate | undefined {
  const path = templatePaths[object.kind];
  if (!path) return undefined;
  let at: unknown = object;
  for (const step of path) at = (at as Record<string, unknown> | undefined)?.[step];
  const template = at as Rendered<PodTemplateSpec> | undefined;
  if (!template?.spec) return undefined;
  return {
    at: `/${[...path, 'spec'].join('/')}`,
    spec: template.spec,
    labels: (template.metadata?.labels ?? {}) as Labels,
    annotations: (template.metadata?.annotations ?? {}) as Labels,
  };
}
