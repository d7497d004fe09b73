import type { Program } from '../harness/program';

/** What the server complained of since it was last started; not that somebody asked before it was ready. */
export function complaints(server: Program): readonly string[] {
  const sinceStart = server.output.slice(server.output.lastIndexOf('starting PostgreSQL'));
  return sinceStart
    .split('\n')
    .filter((line) => / (WARNING|ERROR|FATAL|PANIC): {2}(?!the database system is starting up)/.test(line));
}
