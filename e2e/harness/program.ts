import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';

/** How a program ended, and what it said. */
export interface Result {
  /** The exit code; 128 + the signal's number when a signal ended it, as a shell and the kubelet count. */
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A program that runs beside the test. */
export class Program {
  /** What it has written to stdout and stderr so far. */
  public output = '';
  /** How it ended. */
  public readonly ended: Promise<Result>;
  private stdout = '';
  private stderr = '';
  private running = true;

  constructor(
    private readonly child: ChildProcess,
    /** True when the program proper is the only child of what was spawned (`nsenter` forks into a pid namespace). */
    private readonly wrapped: boolean,
  ) {
    const take = (stream: 'stdout' | 'stderr') => (chunk: Buffer) => {
      this[stream] += chunk.toString();
      this.output += chunk.toString();
    };
    child.stdout?.on('data', take('stdout'));
    child.stderr?.on('data', take('stderr'));
    this.ended = new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code, signal) => {
        this.running = false;
        const ended = signal === null ? 0 : 128 + constants.signals[signal];
        resolve({ code: code ?? ended, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  /** Sends a signal to the program itself. */
  public signal(signal: NodeJS.Signals): void {
    if (!this.running) return;
    process.kill(this.pid, signal);
    // nsenter stops together with what it has started, and then would not notice its end.
    if (this.wrapped && signal === 'SIGCONT') this.child.kill(signal);
  }

  /** Tells it to stop, waits, and says how it ended. */
  public async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<Result> {
    this.signal(signal);
    return this.ended;
  }

  private get pid(): number {
    const spawned = this.child.pid ?? 0;
    if (!this.wrapped) return spawned;
    const children = readFileSync(`/proc/${spawned}/task/${spawned}/children`, 'utf8').trim();
    if (!/^\d+$/.test(children)) throw new Error(`expected one child of process ${spawned}, found '${children}'`);
    return Number(children);
  }
}

/** Starts a program; `input` becomes its standard input. */
export function start(command: readonly string[], options: { input?: string; wrapped?: boolean } = {}): Program {
  const [file = '', ...args] = command;
  const child = spawn(file, args, { stdio: ['pipe', 'pipe', 'pipe'], env: { PATH: process.env.PATH } });
  child.stdin.on('error', () => undefined);
  child.stdin.end(options.input ?? '');
  return new Program(child, options.wrapped ?? false);
}

/** Runs a program to its end, whatever that is. */
export async function run(command: readonly string[], input = ''): Promise<Result> {
  return start(command, { input }).ended;
}

/** Runs a program that must succeed, and returns what it printed. */
export async function mustRun(command: readonly string[], input = ''): Promise<string> {
  const { code, stdout, stderr } = await run(command, input);
  if (code === 0) return stdout;
  throw new Error(`${command.join(' ')}\nended with ${code}\n${stdout}${stderr}`);
}

/** Asks until the answer is yes. @throws when it stays no for that long */
export async function until(what: string, question: () => Promise<boolean>, seconds = 30): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (!(await question())) {
    if (Date.now() > end) throw new Error(`${what}: not within ${seconds} s`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
