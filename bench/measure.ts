import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { CaseReport } from './run-case';

/** One command, as it is started. */
export interface Command {
  readonly run: readonly [string, ...string[]];
  readonly env?: Readonly<Record<string, string>>;
  readonly timeoutSeconds: number;
}

/** One run of a command and of all the processes that it starts. */
export interface Sample extends Partial<CaseReport> {
  /** Wall time, from the start of the first process to its end. */
  readonly seconds: number;
  /** Processor time of all of them. */
  readonly cpuSeconds: number;
  /** Memory of the largest of them. */
  readonly peakMegabytes: number;
}

/** A sample, or why there is none. */
export type Outcome = Sample | { readonly failure: string };

/** Starts a command in the project, waits for its end, and measures it from outside. */
export function measure({ run, env, timeoutSeconds }: Command, project: string, scratch: string): Outcome {
  const usage = join(scratch, 'usage');
  rmSync(usage, { force: true });
  const [file, ...args] = run;
  const started = performance.now();
  const { status, stdout, stderr, error } = spawnSync(file, args, {
    cwd: project,
    encoding: 'utf8',
    timeout: timeoutSeconds * 1000,
    killSignal: 'SIGKILL',
    env: {
      ...process.env,
      ...env,
      BENCH_USAGE: usage,
      NODE_OPTIONS: `--require ${join(__dirname, 'report-usage.cjs')}`,
    },
  });
  const seconds = (performance.now() - started) / 1000;
  if (error && 'code' in error && error.code === 'ETIMEDOUT') return { failure: `> ${timeoutSeconds} s` };
  if (error || status !== 0) return { failure: `failed: ${error?.message ?? firstError(stderr)}` };
  const processes = existsSync(usage) ? readFileSync(usage, 'utf8').trim().split('\n').map(parseUsage) : [];
  return {
    seconds,
    cpuSeconds: processes.reduce((sum, { cpu }) => sum + cpu, 0) / 1e6,
    peakMegabytes: (Math.max(0, ...processes.map(({ maxRSS }) => maxRSS)) * 1024) / 1e6,
    ...(stdout.startsWith('{') ? (JSON.parse(stdout) as CaseReport) : {}),
  };
}

function parseUsage(line: string): { readonly maxRSS: number; readonly cpu: number } {
  return JSON.parse(line) as { maxRSS: number; cpu: number };
}

/** Every figure's own median; the first failure when there is one. */
export function median(outcomes: readonly Outcome[]): Outcome {
  const samples: Sample[] = [];
  for (const outcome of outcomes) {
    if ('failure' in outcome) return outcome;
    samples.push(outcome);
  }
  const middle = (figure: keyof Sample): number => {
    const sorted = samples.map((sample) => sample[figure] ?? 0).sort((one, other) => one - other);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return {
    seconds: middle('seconds'),
    cpuSeconds: middle('cpuSeconds'),
    peakMegabytes: middle('peakMegabytes'),
    objects: middle('objects'),
    inProcess: middle('inProcess'),
    checks: middle('checks'),
  };
}

function firstError(stderr: string): string {
  const line = stderr.split('\n').find((text) => /^\w*Error\b/.test(text));
  return (line ?? 'no word why').trim().slice(0, 80);
}
