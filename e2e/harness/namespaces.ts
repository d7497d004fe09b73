import { spawn } from 'node:child_process';

/** Kernel namespaces that live until they are closed, or the test process ends. */
export interface Namespaces {
  /** The first process in them, as the host counts: what `nsenter` enters. */
  readonly pid: number;
  close(): Promise<void>;
}

/**
 * Makes namespaces, runs a set-up script in them as root, and keeps them open.
 *
 * The keeper ends when its standard input does, so nothing outlives the test;
 * being process 1 of its pid namespace, it also takes everything else with it.
 */
export async function openNamespaces(
  enter: readonly string[],
  kinds: readonly string[],
  script: string,
): Promise<Namespaces> {
  const keep = [
    'set -eu',
    'exec 3<&0',
    // Read by the shell itself and before the own /proc is there: the host's number of this process.
    'read -r pid rest </proc/self/stat',
    script,
    'echo "$pid"',
    'cat <&3 >/dev/null & wait',
  ].join('\n');
  const command = [...enter, 'unshare', ...kinds, '--fork', '--kill-child', 'sh', '-c', keep];
  const keeper = spawn('env', command, { stdio: ['pipe', 'pipe', 'pipe'] });
  const ended = new Promise<void>((resolve) =>
    keeper.on('close', () => {
      resolve();
    }),
  );
  let errors = '';
  keeper.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const pid = await new Promise<number>((resolve, reject) => {
    let output = '';
    keeper.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes('\n')) resolve(Number(output));
    });
    keeper.on('error', reject);
    keeper.on('close', (code) => {
      reject(new Error(`the set-up of namespaces ended with ${String(code)}; it needs root\n${errors}`));
    });
  });
  return {
    pid,
    close: async () => {
      keeper.stdin.end();
      await ended;
    },
  };
}

/** A word for a shell. */
export function quote(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
