import type { Environment } from './environment';
import type { Mistake } from './problem';

/** A part of an environment file. */
export type Section = keyof Environment;

/** What a rule knows beside the environment. */
export interface RuleContext {
  /** The file's name without its ending. */
  readonly stem: string;
  /** The services that exist, when the caller says so. */
  readonly services: readonly string[] | undefined;
}

/**
 * A statement about one environment that no schema can make, because it ties
 * values together. It is asked only when the parts that it reads are valid.
 */
export interface EnvironmentRule {
  readonly reads: readonly Section[];
  readonly check: (environment: Environment, context: RuleContext) => readonly Mistake[];
}

/** A rule whose check can see nothing but what it says it reads. */
export function rule<K extends Section>(
  reads: readonly K[],
  check: (environment: Pick<Environment, K>, context: RuleContext) => readonly Mistake[],
): EnvironmentRule {
  return { reads, check };
}
