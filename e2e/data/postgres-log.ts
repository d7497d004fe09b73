import type { Program } from '../harness/program';

/** What the server complained of; not that somebody asked while it was starting or stopping (57P03). */
export function complaints(server: Program): readonly string[] {
  return server.output
    .split('\n')
    .filter((line) => / (WARNING|ERROR|FATAL|PANIC): {2}/.test(line) && !line.includes('sqlstate=57P03'));
}
