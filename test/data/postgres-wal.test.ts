import fc from 'fast-check';
import { Bytes } from '../../lib/core';
import { leastMaxWalSize, planWal, startSeconds } from '../../lib/data/postgres-wal';

const size = fc.integer({ min: 256, max: 4 * 1024 * 1024 }).map((mebibytes) => Bytes.mebi(mebibytes));

it('takes a quarter of its own volume between checkpoints, and half for replicas that are behind', () => {
  fc.assert(
    fc.property(size, size, (storage, walStorage) => {
      const { maxWalSize, maxSlotWalKeepSize } = planWal({ storage, walStorage });
      expect(maxWalSize.value).toBeLessThanOrEqual(walStorage.value / 4);
      expect(maxSlotWalKeepSize.value).toBeLessThanOrEqual(walStorage.value / 2);
      expect(maxWalSize.value).toBeGreaterThanOrEqual(leastMaxWalSize.value);
    }),
  );
});

it('takes no more than a fifth of a volume that it shares with the data', () => {
  fc.assert(
    fc.property(size, (storage) => {
      const { maxWalSize, maxSlotWalKeepSize } = planWal({ storage });
      expect(maxWalSize.value + maxSlotWalKeepSize.value).toBeLessThanOrEqual(storage.value / 5);
    }),
  );
});

it('keeps fewer segments at rest than under load, as the operator’s webhook demands', () => {
  fc.assert(
    fc.property(size, (walStorage) => {
      const { minWalSize, maxWalSize } = planWal({ storage: walStorage, walStorage });
      expect(minWalSize.value).toBeLessThan(maxWalSize.value);
      expect(minWalSize.mebibytes).toBeGreaterThanOrEqual(32);
    }),
  );
});

it('leaves no more to replay after a crash than fits into the time that a start may take', () => {
  const { maxWalSize } = planWal({ storage: Bytes.parse('64Ti'), walStorage: Bytes.parse('64Ti') });
  // 30 MB/s: a tenth of what was measured.
  expect((2 * maxWalSize.value) / 30e6).toBeLessThanOrEqual(startSeconds);
});
