import { Bytes, Cpu } from './quantity';
import type { Resources } from './resources';

/** What the pods of one workload look like at their most: at full scale, in the middle of a roll-out. */
export interface PodShape {
  readonly count: number;
  readonly containers: readonly Resources[];
  readonly initContainers: readonly Resources[];
  /** The volume claims of all pods together. */
  readonly claims: readonly Bytes[];
  readonly loadBalancers: number;
}

/** What something takes from its namespace. */
export interface Footprint {
  readonly pods: number;
  readonly cpuRequest: Cpu;
  readonly cpuLimit: Cpu;
  readonly memory: Bytes;
  readonly ephemeralStorage: Bytes;
  readonly claims: number;
  readonly storage: Bytes;
  readonly loadBalancers: number;
}

/** Sums up what the workloads take together, as the scheduler and the quota count it. */
export function footprintOf(shapes: readonly PodShape[]): Footprint {
  const sum = (of: (shape: PodShape) => number): number => shapes.reduce((total, shape) => total + of(shape), 0);
  const resource = (of: (container: Resources) => number): number => sum((shape) => shape.count * perPod(shape, of));
  const claims = shapes.flatMap((shape) => shape.claims);
  return {
    pods: sum(({ count }) => count),
    cpuRequest: Cpu.millis(resource(({ cpu }) => cpu.millicores)),
    cpuLimit: Cpu.millis(resource(({ cpuLimit }) => cpuLimit.millicores)),
    memory: Bytes.of(resource(({ memory }) => memory.value)),
    ephemeralStorage: Bytes.of(resource(({ ephemeralStorage }) => ephemeralStorage.value)),
    claims: claims.length,
    storage: claims.reduce((total, claim) => total.plus(claim), Bytes.of(0)),
    loadBalancers: sum(({ loadBalancers }) => loadBalancers),
  };
}

/** Init containers run one after another before the others start, so only the largest counts. */
function perPod({ containers, initContainers }: PodShape, of: (container: Resources) => number): number {
  const running = containers.reduce((total, container) => total + of(container), 0);
  return initContainers.reduce((most, container) => Math.max(most, of(container)), running);
}
