import type { Problem } from './problem';
import { compareProblems, printProblem } from './problem';

/** Everything that is wrong with the environment files, told at once: one line per mistake, by file and place. */
export class EnvironmentErrors extends Error {
  public override readonly name = 'EnvironmentErrors';
  // Private to the language too, or a runtime that prints the error would print them a second time.
  readonly #problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort(compareProblems);
    const count = `${sorted.length} ${sorted.length === 1 ? 'mistake' : 'mistakes'}`;
    super([`${count} in the environment files`, ...sorted.map(printProblem)].join('\n'));
    this.#problems = sorted;
    // The place that matters is in the files, not in the program.
    this.stack = `${this.name}: ${this.message}`;
  }

  /** The mistakes as data, in the order of the message. */
  public get problems(): readonly Problem[] {
    return this.#problems;
  }
}
