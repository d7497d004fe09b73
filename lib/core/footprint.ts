import { Bytes, Cpu } from './quantity';

/** What something takes from its namespace. */
export interface Footprint {
  readonly pods: number;
  readonly cpuRequest: Cpu;
  readonly cpuLimit: Cpu;
  readonly memory: Bytes;
  readonly ephemeralStorage: Bytes;
  readonly claims: number;
  readonly storage: Bytes;
}

export const emptyFootprint: Footprint = {
  pods: 0,
  cpuRequest: Cpu.millis(0),
  cpuLimit: Cpu.millis(0),
  memory: Bytes.of(0),
  ephemeralStorage: Bytes.of(0),
  claims: 0,
  storage: Bytes.of(0),
};

/** Both together. */
export function addFootprints(a: Footprint, b: Footprint): Footprint {
  return {
    pods: a.pods + b.pods,
    cpuRequest: a.cpuRequest.plus(b.cpuRequest),
    cpuLimit: a.cpuLimit.plus(b.cpuLimit),
    memory: a.memory.plus(b.memory),
    ephemeralStorage: a.ephemeralStorage.plus(b.ephemeralStorage),
    claims: a.claims + b.claims,
    storage: a.storage.plus(b.storage),
  };
}
