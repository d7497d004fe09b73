import type { ResourceRequirements } from 'cdk8s-plus-27/lib/imports/k8s';
import type { PodTemplate } from './pods';
import { milliOf } from './quantities';
import type { Rendered } from './rendered';

/** What every container asks for and is held to. */
export const resourceNames = ['cpu', 'memory', 'ephemeral-storage'] as const;

export type ResourceName = (typeof resourceNames)[number];

/** How a quota calls what a pod takes, in thousandths of the unit. */
export type Usage = Map<string, number>;

/** What one pod takes of a quota: its containers together, or an init container that takes more. */
export function podUsage({ spec }: PodTemplate): Usage {
  const usage: Usage = new Map([['pods', 1000]]);
  for (const list of ['requests', 'limits'] as const) {
    for (const resource of resourceNames) {
      const amount = (of: Rendered<ResourceRequirements> | undefined): number => milliOf(of?.[list]?.[resource]) ?? 0;
      const together = (spec.containers ?? []).reduce((sum, { resources }) => sum + amount(resources), 0);
      const alone = (spec.initContainers ?? []).map(({ resources }) => amount(resources));
      usage.set(`${list}.${resource}`, Math.max(together, ...alone));
    }
  }
  return usage;
}

/** Adds `count` times a usage to another. */
export function addUsage(total: Usage, usage: Usage, count: number): void {
  for (const [resource, amount] of usage) total.set(resource, (total.get(resource) ?? 0) + amount * count);
}
