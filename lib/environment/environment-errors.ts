import type { Problem } from './problem';
import { compareProblems, printProblem } from './problem';

/** Everything that is wrong with the environment files, told at once: one line per mistake, by file and place. */
export class EnvironmentErrors extends Error {
  public override readonly name = 'EnvironmentErrors';
  public readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const sorted = [...problems].sort(compareProblems);
    const count = `${sorted.length} ${sorted.length === 1 ? 'mistake' : 'mistakes'}`;
    super([`${count} in the environment files`, ...sorted.map(printProblem)].join('\n'));
    this.problems = sorted;
  }
}
