import type { IConstruct } from 'constructs';
import { invalidProp } from '../core';
import { fits, leastMemory, mostConnections, planMemory } from './postgres-memory';
import type { PostgresSizing } from './postgres-parameters';
import { leastMaxWalSize, planWal } from './postgres-wal';

/**
 * Refuses a server whose sessions do not fit into its memory, or whose
 * write-ahead log does not fit onto its volume.
 * @throws with the numbers that would do
 */
export function requireRoom(construct: IConstruct, sizing: PostgresSizing): void {
  const { memory, maxConnections, storage, walStorage } = sizing;
  if (!fits(sizing)) {
    const { total, sharedBuffers, workMem } = planMemory(sizing);
    throw invalidProp(construct, {
      prop: 'maxConnections',
      got: `${maxConnections} with ${memory.toString()} of memory; they would take ${total.mebibytes} MiB (shared buffers ${sharedBuffers.mebibytes} MiB, ${Math.floor(workMem.value / 2 ** 10)} KiB for each session's sorts, processes, maintenance)`,
      expected: `at most ${mostConnections(sizing)} sessions with that memory`,
      fix: `ask for fewer, or set resources.memory to ${leastMemory(sizing).toString()} or more`,
    });
  }
  if (planWal(sizing).maxWalSize.value < leastMaxWalSize.value) {
    throw invalidProp(construct, {
      prop: walStorage === undefined ? 'storage' : 'walStorage',
      got: (walStorage ?? storage).toString(),
      expected: `${leastMaxWalSize.times(walStorage === undefined ? 16 : 4).toString()} or more, so that ${leastMaxWalSize.toString()} of write-ahead log fit between two checkpoints`,
      fix: 'make the volume larger; it can grow later, but never shrink',
    });
  }
}
