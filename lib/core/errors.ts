import type { IConstruct } from 'constructs';

/** What is wrong with one property of one construct, in the order a reader needs it. */
export interface InvalidProp {
  /** The property, as the caller wrote it. */
  readonly prop: string;
  readonly got: unknown;
  readonly expected: string;
  /** The way out. */
  readonly fix: string;
}

/** A mistake in a description, told with its place and the way out. */
export class DescriptionError extends Error {
  public override readonly name = 'DescriptionError';

  constructor(message: string) {
    super(message);
    // The place that matters is in the message, not in the program.
    this.stack = `${this.name}: ${message}`;
  }
}

/** The error for a property that a construct cannot accept. */
export function invalidProp(construct: IConstruct, problem: InvalidProp): DescriptionError {
  return new DescriptionError(describeInvalidProp(construct, problem));
}

/** The same words without the error, for validations that report many problems at once. */
export function describeInvalidProp(construct: IConstruct, { prop, got, expected, fix }: InvalidProp): string {
  return [
    `${construct.node.path || 'the application'}: '${prop}' cannot be used`,
    `    got       ${show(got)}`,
    `    expected  ${expected}`,
    `    fix       ${fix}`,
  ].join('\n');
}

/** A value as a reader would write it. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
