import { Bytes, Cpu } from './quantity';

/** How a size is written in an environment file. */
export interface ResourcesInput {
  /** Processor time that is always there, as in `250m`. */
  readonly cpu: string;
  /**
   * Processor time that may be used when the node has it.
   * @default - four times `cpu`: starting programs compile and load, and idle cores are there to be used
   */
  readonly cpuLimit?: string | undefined;
  /** Memory: request and limit at once, because memory cannot be taken back from a program. */
  readonly memory: string;
  /**
   * Space for logs, scratch directories and the writable layer: request and limit.
   * @default 128Mi: the rotated logs of a container (the kubelet keeps 5 × 10 MiB) and a little scratch space
   */
  readonly ephemeralStorage?: string | undefined;
}

const cpuBurst = 4;
const defaultEphemeralStorage = '128Mi';

/** What one container gets. */
export interface Resources {
  readonly cpu: Cpu;
  readonly cpuLimit: Cpu;
  readonly memory: Bytes;
  readonly ephemeralStorage: Bytes;
}

/** Reads a size, filling in what may be left out. */
export function resourcesOf(input: ResourcesInput): Resources {
  const cpu = Cpu.parse(input.cpu);
  return {
    cpu,
    cpuLimit: input.cpuLimit === undefined ? cpu.times(cpuBurst) : Cpu.parse(input.cpuLimit),
    memory: Bytes.parse(input.memory),
    ephemeralStorage: Bytes.parse(input.ephemeralStorage ?? defaultEphemeralStorage),
  };
}

/** The size of a container that only prepares something: copies files, waits, runs one command. */
export const helperResources: Resources = resourcesOf({ cpu: '50m', memory: '64Mi', ephemeralStorage: '64Mi' });
