import type { Construct } from 'constructs';
import { Bytes, invalidProp } from '../core';

/**
 * What the Java virtual machine takes besides its heap: 370 MiB of classes, code,
 * threads and buffers, measured with 26.7.4 after 1,500 logins, 30 at a time, on
 * 2 cores; the rest is for what it reads and for the options in memory.
 */
const besidesHeap = Bytes.mebi(400);

/** With less, the first start – which makes the schema – spends its time on collecting garbage. */
const smallestHeap = Bytes.mebi(256);

const percent = 100;

/**
 * The heap, so that the process with a full one stays below the share of memory
 * at which the autoscaler adds replicas: a virtual machine fills its heap
 * whatever the load is, and gives nothing back.
 * @throws when the memory is too small
 */
export function heapOf(scope: Construct, memory: Bytes, memoryPercent: number): Bytes {
  const heap = Bytes.mebi(Math.floor((memory.value * memoryPercent) / percent / 2 ** 20) - besidesHeap.mebibytes);
  if (heap.value >= smallestHeap.value) return heap;
  const smallest = Bytes.mebi(Math.ceil((smallestHeap.plus(besidesHeap).mebibytes * percent) / memoryPercent));
  throw invalidProp(scope, {
    prop: 'resources.memory',
    got: memory.toString(),
    expected: `${smallest.toString()} or more: ${besidesHeap.toString()} and a heap of ${smallestHeap.toString()} must stay below ${memoryPercent} % of it`,
    fix: 'raise the memory of this service in the environment file; 1Gi is a good start',
  });
}
