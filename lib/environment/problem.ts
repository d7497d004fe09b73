/** The keys and indices that lead from the root of a file to a value. */
export type Path = readonly (string | number)[];

/** Something wrong at a place of a file, in the order a reader needs it. */
export interface Mistake {
  readonly path: Path;
  /**
   * Whether the key or its value is what must change.
   * @default value
   */
  readonly at?: 'key' | 'value';
  readonly found: string;
  readonly expected: string;
  /** The way out. */
  readonly fix: string;
}

/** A mistake with the place where it stands. Lines and columns count from 1. */
export interface Problem extends Omit<Mistake, 'at'> {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** One line, the place first, as editors and terminals make it a link. */
export function printProblem({ file, line, column, path, found, expected, fix }: Problem): string {
  return `${file}:${line}:${column}: ${printPath(path)}: found ${found}; expected ${expected}; fix: ${fix}`;
}

/** `cluster.apiServer.cidrs[0]`; the root is called what it is. */
export function printPath(path: Path): string {
  if (path.length === 0) return 'the file';
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    const plain = /^[\w-]+$/.test(step);
    return text + (plain ? `${text && '.'}${step}` : `[${JSON.stringify(step)}]`);
  }, '');
}

/** By file, line and column, in an order that no locale changes. */
export function compareProblems(a: Problem, b: Problem): number {
  return compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(printProblem(a), printProblem(b));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
