import type { Cpu } from '../core';
import { Bytes } from '../core';

/** What the memory of a server is divided by. */
export interface MemoryNeeds {
  /** The container's limit: beyond it the kernel ends a process, and PostgreSQL then ends all sessions. */
  readonly memory: Bytes;
  /** Parallel workers take as much as a session, and only pay where cores are idle. */
  readonly cpuLimit: Cpu;
  readonly maxConnections: number;
}

/** How the memory of one server is divided. */
export interface MemoryPlan {
  readonly sharedBuffers: Bytes;
  readonly effectiveCacheSize: Bytes;
  readonly walBuffers: Bytes;
  /** For each sort or hash of a session. */
  readonly workMem: Bytes;
  readonly maintenanceWorkMem: Bytes;
  /** For each of the autovacuum workers. */
  readonly autovacuumWorkMem: Bytes;
  readonly parallelWorkers: number;
  /** The most that /dev/shm may hold: what parallel workers share of their work_mem. */
  readonly sharedMemoryVolume: Bytes;
  /** What all of it takes at once: every session and worker with its work_mem, and all maintenance. */
  readonly total: Bytes;
}

/** PostgreSQL's default, which the share of each worker is computed from. */
export const autovacuumWorkers = 3;

const mebi = (mebibytes: number): Bytes => Bytes.mebi(mebibytes);
/** Below 2 MiB even small sorts go to disk. */
const leastWorkMem = mebi(2);
/** More than 2 GB does not make index builds or vacuum faster. */
const mostMaintenanceWorkMem = mebi(2048);
/** PostgreSQL's own rule for wal_buffers = -1: a 32nd of shared_buffers, one segment at most. */
const walBuffersShare = 32;
const mostWalBuffers = mebi(16);
/** Measured with PostgreSQL 15.18, jit off: 1.4 MiB private memory for each of 60 sessions after four queries; rounded up for their growing caches. */
const sessionOverhead = mebi(2);
/** Measured with 128 MiB of shared buffers: postmaster, checkpointer, writers and launchers together. */
const serverOverhead = mebi(24);
const mostParallelWorkers = 8;
/** What every container gets by default; parallel queries fail with less than they need. */
const leastSharedMemoryVolume = mebi(64);

/**
 * Divides a server's memory: a quarter for shared buffers, three quarters as
 * what the planner may expect to be cached, a 16th for maintenance, and a
 * quarter of what the buffers leave for the sessions' sorts. Pure; whether it
 * fits is the caller's question (`total` against the limit).
 */
export function planMemory({ memory, cpuLimit, maxConnections }: MemoryNeeds): MemoryPlan {
  const sharedBuffers = wholeMebi(memory.times(1 / 4));
  const walBuffers = least(sharedBuffers.times(1 / walBuffersShare), mostWalBuffers);
  const maintenanceWorkMem = wholeMebi(least(memory.times(1 / 16), mostMaintenanceWorkMem));
  const autovacuumWorkMem = wholeMebi(maintenanceWorkMem.times(1 / autovacuumWorkers));
  const forSessions = Bytes.of(memory.value - sharedBuffers.value).times(1 / 4);
  const workMem = wholeKibi(most(forSessions.times(1 / maxConnections), leastWorkMem));
  const parallelWorkers = Math.min(Math.floor(cpuLimit.millicores / 1000), mostParallelWorkers);
  const sessions = workMem.plus(sessionOverhead).times(maxConnections + parallelWorkers);
  return {
    sharedBuffers,
    effectiveCacheSize: wholeMebi(memory.times(3 / 4)),
    walBuffers,
    workMem,
    maintenanceWorkMem,
    autovacuumWorkMem,
    parallelWorkers,
    sharedMemoryVolume: wholeMebi(most(memory.times(1 / 8), leastSharedMemoryVolume)),
    total: [sharedBuffers, walBuffers, maintenanceWorkMem, autovacuumWorkMem.times(autovacuumWorkers), sessions].reduce(
      (sum, part) => sum.plus(part),
      serverOverhead,
    ),
  };
}

/** The most sessions that fit into the memory; 0 when not even one does. */
export function mostConnections(needs: Omit<MemoryNeeds, 'maxConnections'>): number {
  return largest((maxConnections) => fits({ ...needs, maxConnections }), needs.memory.mebibytes);
}

/** The least memory, in whole 64 MiB, in which so many sessions fit. */
export function leastMemory(needs: Omit<MemoryNeeds, 'memory'>): Bytes {
  const step = (count: number): Bytes => mebi(64 * count);
  // Sessions and their overhead are the larger part; sixteen times their sum is enough for any share of the rest.
  const enough = Math.ceil((needs.maxConnections + mostParallelWorkers) * 16);
  return step(largest((count) => !fits({ ...needs, memory: step(count) }), enough) + 1);
}

/** True when all parts together stay within the limit. */
export function fits(needs: MemoryNeeds): boolean {
  return planMemory(needs).total.value <= needs.memory.value;
}

/** The largest number up to `end` that meets a condition which, once false, stays false. */
function largest(meets: (candidate: number) => boolean, end: number): number {
  let low = 0;
  let high = end;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (meets(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function least(a: Bytes, b: Bytes): Bytes {
  return a.value < b.value ? a : b;
}

function most(a: Bytes, b: Bytes): Bytes {
  return a.value > b.value ? a : b;
}

function wholeMebi(bytes: Bytes): Bytes {
  return mebi(bytes.mebibytes);
}

function wholeKibi(bytes: Bytes): Bytes {
  return Bytes.of(Math.floor(bytes.value / 2 ** 10) * 2 ** 10);
}
