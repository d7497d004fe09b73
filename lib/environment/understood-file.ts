import { concealing, secretProblem } from './concealment';
import { parseSource } from './parse-source';
import type { Mistake, Path, Problem } from './problem';
import { readText } from './read-text';
import { secretLiterals } from './secret-literals';
import type { Source } from './source';
import type { Validator } from './validator';

/** A file that holds a value, right or wrong, with the means to say what is wrong with it. */
export interface UnderstoodFile {
  readonly source: Source;
  readonly value: unknown;
  /** Where the schema was not kept. */
  readonly violations: readonly Path[];
  /** Gives a mistake its place; leaves out what looks like a secret. */
  readonly problemOf: (mistake: Mistake) => Problem;
}

/** What became of one file. */
export interface ReadFile {
  readonly problems: readonly Problem[];
  /** Undefined when nothing could be understood. */
  readonly understood: UnderstoodFile | undefined;
}

/** Reads one file and says everything that is wrong with it by itself. Never throws. */
export function readFile(file: string, validate: Validator): ReadFile {
  const { text, problems: unreadable } = readText(file);
  if (text === undefined) return { problems: unreadable, understood: undefined };
  const { source, value, problems: malformed } = parseSource(file, text);
  const secrets = secretLiterals(source);
  const conceal = concealing(source, secrets);
  const problemOf = (mistake: Mistake): Problem => conceal(source.problem(mistake));
  const mistakes = value === undefined ? [] : validate(value);
  return {
    problems: [
      ...unreadable,
      ...malformed.map(conceal),
      ...secrets.map((secret) => secretProblem(source, secret)),
      ...mistakes.map(problemOf),
    ],
    understood:
      value === undefined ? undefined : { source, value, violations: mistakes.map(({ path }) => path), problemOf },
  };
}
