import type { Program } from '../harness/program';

/** What the server complained of; not that somebody asked while it was starting or stopping. */
export function complaints(server: Program): readonly string[] {
  return server.output
    .split('\n')
    .filter((line) =>
      / (WARNING|ERROR|FATAL|PANIC): {2}(?!the database system is (starting up|shutting down))/.test(line),
    );
}
