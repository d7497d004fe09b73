import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import type { PodPort } from '../contracts';
import type { Image, Resources } from '../core';
import type { RunAs } from '../security';
import { containerSecurityContext } from '../security';
import type { Probes } from './probe';
import { renderProbes } from './probe';
import type { Mount } from './volume';
import { renderMount } from './volume';

/** One container of a pod. */
export interface ContainerProps {
  readonly image: Image;
  readonly resources: Resources;
  /** @default - the image's own */
  readonly command?: readonly string[];
  /** @default - the image's own */
  readonly args?: readonly string[];
  /** Plain variables; secrets are mounted, never put here. @default - none */
  readonly env?: Readonly<Record<string, string>>;
  /** @default - the container listens to nobody */
  readonly ports?: readonly PodPort[];
  /** @default - the container ends by itself */
  readonly probes?: Probes;
  /** @default - none: the container can write nowhere */
  readonly mounts?: readonly Mount[];
  /** Runs before the container is told to stop. @default - nothing */
  readonly preStop?: readonly string[];
}

/** The variable that tells a program the name of its pod. */
const podName: k8s.EnvVar = { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } };

/** A container that the "restricted" standard and every scanner accept. */
export function renderContainer(name: string, props: ContainerProps, runAs: RunAs): k8s.Container {
  const { image, resources, command, args, env = {}, ports = [], probes, mounts = [], preStop } = props;
  return {
    name,
    image: image.reference,
    // The digest already fixes the content; asking the registry each time also checks that the pod may have it.
    imagePullPolicy: 'Always',
    ...(command === undefined ? {} : { command: [...command] }),
    ...(args === undefined ? {} : { args: [...args] }),
    env: [podName, ...Object.entries(env).map(([key, value]) => ({ name: key, value }))],
    ...(ports.length > 0 ? { ports: ports.map(renderPort) } : {}),
    resources: renderResources(resources),
    ...(probes === undefined ? {} : renderProbes(probes)),
    ...(preStop === undefined ? {} : { lifecycle: { preStop: { exec: { command: [...preStop] } } } }),
    securityContext: containerSecurityContext(runAs),
    ...(mounts.length > 0 ? { volumeMounts: mounts.map(renderMount) } : {}),
  };
}

function renderPort({ name, number, protocol }: PodPort): k8s.ContainerPort {
  return { name, containerPort: number, protocol };
}

function renderResources({ cpu, cpuLimit, memory, ephemeralStorage }: Resources): k8s.ResourceRequirements {
  const amount = (quantity: { toString(): string }): k8s.Quantity => k8s.Quantity.fromString(quantity.toString());
  const both = { memory: amount(memory), 'ephemeral-storage': amount(ephemeralStorage) };
  return { requests: { cpu: amount(cpu), ...both }, limits: { cpu: amount(cpuLimit), ...both } };
}
