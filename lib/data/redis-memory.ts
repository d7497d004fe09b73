import type { Construct } from 'constructs';
import type { Resources } from '../core';
import { Bytes, invalidProp } from '../core';

/** What decides how much a Redis may hold. */
export interface RedisSize {
  /** The memory limit of its container. */
  readonly memory: Bytes;
  /** True when replicas are fed from it. */
  readonly replicated: boolean;
}

/**
 * The share of the memory limit that data may take. The rest is for the copy
 * that a fork makes of every page written while it saves – all purposes persist,
 * so all of them fork – and for what the allocator wastes.
 */
const dataShare = 0.7;
/** With replicas, less: what they have not yet read is kept for them besides the data. */
const replicatedDataShare = 0.6;
const replicaBufferShare = 0.1;
/** How much of the data may change while a replica is away before it needs a full copy. */
const backlogShare = 0.05;

/** Below this, the program and its fork alone fill the rest. */
const smallestMemory = Bytes.mebi(64);
/** The append-only file before its rewrite (twice the data), the rewritten one, and a snapshot. */
const copiesOnDisk = 4;

/** `maxmemory`. */
export function maxMemory({ memory, replicated }: RedisSize): Bytes {
  return memory.times(replicated ? replicatedDataShare : dataShare);
}

/** What one replica may leave unread before it is cut off, beyond `maxmemory`. */
export function replicaBuffer({ memory }: RedisSize): Bytes {
  return memory.times(replicaBufferShare);
}

/** `repl-backlog-size`, a part of `maxmemory`. */
export function replicationBacklog(size: RedisSize): Bytes {
  return maxMemory(size).times(backlogShare);
}

/** Fails when the memory is too small to start, or the volume too small for what memory holds. */
export function demandRoom(
  scope: Construct,
  { memory }: Resources,
  { storage, replicated }: { storage: Bytes; replicated: boolean },
): void {
  if (memory.value < smallestMemory.value) {
    throw invalidProp(scope, {
      prop: 'resources.memory',
      got: memory.toString(),
      expected: `at least ${smallestMemory.toString()}`,
      fix: 'raise it: Redis forks to save, and the fork must fit beside the data',
    });
  }
  const data = maxMemory({ memory, replicated });
  const needed = Bytes.mebi(Math.ceil(data.times(copiesOnDisk).value / 2 ** 20));
  if (storage.value < needed.value) {
    throw invalidProp(scope, {
      prop: 'storage',
      got: storage.toString(),
      expected: `at least ${needed.toString()}: ${copiesOnDisk} times the ${data.mebibytes}Mi of data that the memory limit allows`,
      fix: 'raise the storage or lower the memory; a full volume stops every write',
    });
  }
}
