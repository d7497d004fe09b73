import { Bytes } from '../core';

/** Where the write-ahead log lies. */
export interface WalSpace {
  /** The data volume. */
  readonly storage: Bytes;
  /** @default - the log lies on the data volume and may take a quarter of it */
  readonly walStorage?: Bytes | undefined;
}

/** How the write-ahead log uses its space. */
export interface WalPlan {
  /** Soft limit between two checkpoints. */
  readonly maxWalSize: Bytes;
  readonly minWalSize: Bytes;
  /** The most that a replica that is away can hold back before it must be built anew. */
  readonly maxSlotWalKeepSize: Bytes;
}

/**
 * How long a start may take: the budget for crash recovery, after which the
 * kubelet ends the container. What must be replayed after a crash follows
 * from `maxWalSize`.
 */
export const startSeconds = 1800;
/** Conservative for replay from a network volume (measured about 470 MB/s with everything cached). */
const replayBytesPerSecond = 30e6;

const segment = Bytes.mebi(16);
/** Four segments: fewer mean a checkpoint every few seconds. */
export const leastMaxWalSize = segment.times(4);
/** Recovery may begin one checkpoint earlier than the last one, so only half of the budget may be filled. */
const mostMaxWalSize = Bytes.of((startSeconds * replayBytesPerSecond) / 2);

/** Divides the space of the write-ahead log: a quarter between checkpoints, half for replicas that are behind. */
export function planWal({ storage, walStorage }: WalSpace): WalPlan {
  const space = walStorage ?? storage.times(1 / 4);
  const maxWalSize = segments(Math.min(space.value / 4, mostMaxWalSize.value));
  return {
    maxWalSize,
    minWalSize: segments(Math.max(maxWalSize.value / 4, 2 * segment.value)),
    maxSlotWalKeepSize: segments(space.value / 2),
  };
}

function segments(bytes: number): Bytes {
  return segment.times(Math.floor(bytes / segment.value));
}
