import type { Connection } from './network';
import type { PromisedSecret } from './secret';

/** An object that must stand in the cluster before the first sync, because nothing here makes it. */
export interface Prerequisite {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
  /** What needs it, for the reader of the list. */
  readonly neededFor: string;
}

/** What was declared, for the checks to hold the rendered objects against. */
export interface Intents {
  readonly connections: readonly Connection[];
  readonly promisedSecrets: readonly PromisedSecret[];
  readonly prerequisites: readonly Prerequisite[];
}
