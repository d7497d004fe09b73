import type { PodTemplate } from './pods';
import { milliOf } from './quantities';

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
      let together = 0;
      for (const { resources } of spec.containers ?? []) together += milliOf(resources?.[list]?.[resource]) ?? 0;
      let most = together;
      for (const { resources } of spec.initContainers ?? []) {
        most = Math.max(most, milliOf(resources?.[list]?.[resource]) ?? 0);
      }
      usage.set(`${list}.${resource}`, most);
    }
  }
  return usage;
}

/** Adds `count` times a usage to another. */
export function addUsage(total: Usage, usage: Usage, count: number): void {
  for (const [resource, amount] of usage) total.set(resource, (total.get(resource) ?? 0) + amount * count);
}
