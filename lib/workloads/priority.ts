import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import { clusterScoped, nameLabels, objectName } from '../core';

/**
 * Who goes first when a node is full. Data comes before what reads it, and
 * whatever can run later gives way to all of them. The values stay far below
 * the 1,000,000,000 that Kubernetes keeps for its own.
 */
const levels = {
  data: { value: 400_000, description: 'Databases and caches: everything else waits for them.' },
  app: { value: 300_000, description: 'Services that answer users.' },
  web: { value: 200_000, description: 'The edge and static content: restarted in seconds.' },
  batch: { value: 100_000, description: 'Jobs that can run later.' },
} as const;

/** How important a workload is. */
export type Priority = keyof typeof levels;

/** The name of a priority's class: prefixed, because priority classes belong to the whole cluster. */
export function priorityClassName(platform: string, priority: Priority): string {
  return objectName(platform, priority);
}

/** The platform's PriorityClasses, one for each level. */
export class PriorityClasses extends Construct {
  constructor(scope: Construct, id: string, platform: string) {
    super(scope, id);
    for (const [level, { value, description }] of Object.entries(levels)) {
      const name = priorityClassName(platform, level as Priority);
      new k8s.KubePriorityClass(this, level, {
        metadata: { ...clusterScoped, name, labels: nameLabels(name) },
        value,
        description,
        globalDefault: false,
      });
    }
  }
}
