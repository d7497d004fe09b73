import type { IConstruct } from 'constructs';

/**
 * A secret by reference. Nothing in the project ever holds its value: it is
 * created in the cluster, by whichever provider the environment names.
 */
export interface ISecret {
  /** Unique in an environment; also the name of the Secret in every namespace that uses it. */
  readonly name: string;
  readonly keys: readonly string[];
  /** Makes the secret exist in the namespace of `scope`, once, and returns the Secret's name. */
  availableIn(scope: IConstruct): string;
}

/** A Secret that the objects rely on and that something outside the rendered objects provides. */
export interface PromisedSecret {
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly string[];
  /** Who keeps the promise, for error messages: `the generator Job`, `you, before the first sync`. */
  readonly by: string;
}
