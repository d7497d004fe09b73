/**
 * Loaded into every process of a measured command (NODE_OPTIONS=--require …):
 * notes, when the process ends, the most memory that it ever held, in KiB, and
 * the processor time that it took, in microseconds.
 */
const { appendFileSync } = require('node:fs');
const process = require('node:process');
const { isMainThread } = require('node:worker_threads');

if (isMainThread && process.env.BENCH_USAGE) {
  process.on('exit', () => {
    const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
    appendFileSync(process.env.BENCH_USAGE, `${JSON.stringify({ maxRSS, cpu: userCPUTime + systemCPUTime })}\n`);
  });
}
