import fc from 'fast-check';
import { Bytes, Cpu } from '../../lib/core';
import type { MemoryNeeds, MemoryPlan } from '../../lib/data/postgres-memory';
import { autovacuumWorkers, fits, leastMemory, mostConnections, planMemory } from '../../lib/data/postgres-memory';

const memory = fc.integer({ min: 256, max: 256 * 1024 }).map((size) => Bytes.mebi(size));
const cpuLimit = fc.integer({ min: 100, max: 64_000 }).map((size) => Cpu.millis(size));
const maxConnections = fc.integer({ min: 20, max: 1000 });
const anyNeeds: fc.Arbitrary<MemoryNeeds> = fc.record({ memory, cpuLimit, maxConnections });
const parts = ['sharedBuffers', 'effectiveCacheSize', 'walBuffers', 'workMem', 'maintenanceWorkMem'] as const;

/** Everything that is taken at once, but for the processes themselves. */
function settingsAtWork(plan: MemoryPlan, sessions: number): number {
  return (
    plan.sharedBuffers.value +
    plan.walBuffers.value +
    (sessions + plan.parallelWorkers) * plan.workMem.value +
    plan.maintenanceWorkMem.value +
    autovacuumWorkers * plan.autovacuumWorkMem.value
  );
}

it('stays within the limit with every session, worker and vacuum at work', () => {
  fc.assert(
    fc.property(anyNeeds, (needs) => {
      fc.pre(fits(needs));
      expect(settingsAtWork(planMemory(needs), needs.maxConnections)).toBeLessThan(needs.memory.value);
    }),
  );
});

it('leaves room for the processes of all sessions and workers, even when not one more would fit', () => {
  fc.assert(
    fc.property(anyNeeds, (needs) => {
      const full = { ...needs, maxConnections: mostConnections(needs) };
      fc.pre(full.maxConnections > 0);
      const plan = planMemory(full);
      const left = full.memory.value - settingsAtWork(plan, full.maxConnections);
      expect(left / (full.maxConnections + plan.parallelWorkers)).toBeGreaterThanOrEqual(2 * 2 ** 20);
    }),
  );
});

it('gives no part less when there is more memory, nor a session more when there are more of them', () => {
  fc.assert(
    fc.property(
      anyNeeds,
      fc.integer({ min: 1, max: 4096 }),
      fc.integer({ min: 1, max: 500 }),
      (needs, mebibytes, sessions) => {
        const plan = planMemory(needs);
        const larger = planMemory({ ...needs, memory: needs.memory.plus(Bytes.mebi(mebibytes)) });
        for (const part of parts) expect(larger[part].value).toBeGreaterThanOrEqual(plan[part].value);
        const busier = planMemory({ ...needs, maxConnections: needs.maxConnections + sessions });
        expect(busier.workMem.value).toBeLessThanOrEqual(plan.workMem.value);
        expect(busier.sharedBuffers).toEqual(plan.sharedBuffers);
      },
    ),
  );
});

it('keeps every value in the range that PostgreSQL accepts', () => {
  fc.assert(
    fc.property(anyNeeds, (needs) => {
      const plan = planMemory(needs);
      expect(plan.workMem.value).toBeGreaterThanOrEqual(2 * 2 ** 20);
      expect(plan.maintenanceWorkMem.mebibytes).toBeLessThanOrEqual(2048);
      // The least that autovacuum_work_mem, maintenance_work_mem and shared_buffers may be.
      expect(plan.autovacuumWorkMem.mebibytes).toBeGreaterThanOrEqual(1);
      expect(plan.sharedBuffers.mebibytes).toBeGreaterThanOrEqual(1);
      expect(plan.parallelWorkers).toBeLessThanOrEqual(needs.cpuLimit.millicores / 1000);
    }),
  );
});

it('names the largest number of sessions that fit, and the least memory in which they do', () => {
  fc.assert(
    fc.property(anyNeeds, (needs) => {
      const most = mostConnections(needs);
      expect(fits({ ...needs, maxConnections: most })).toBe(true);
      expect(fits({ ...needs, maxConnections: most + 1 })).toBe(false);
      const least = leastMemory(needs);
      expect(fits({ ...needs, memory: least })).toBe(true);
      expect(fits({ ...needs, memory: Bytes.of(least.value - 64 * 2 ** 20) })).toBe(false);
    }),
  );
});
