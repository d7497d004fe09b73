import type { PolicyRule } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Rendered } from '../../lib/checks/rendered';

/** A Secret as the API server keeps it. */
export interface StoredSecret {
  readonly apiVersion: 'v1';
  readonly kind: 'Secret';
  readonly type: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  /** Base64 by key. */
  readonly data: Readonly<Record<string, string>>;
}

/** What the stub of an API server holds and obeys. */
export interface ApiState {
  /** By `<namespace>/<name>`. */
  readonly secrets: Readonly<Record<string, StoredSecret>>;
  /** The rights of the only account, by namespace. */
  readonly rules: Readonly<Record<string, readonly Rendered<PolicyRule>[]>>;
  /** Secrets that somebody else creates just before the account does. */
  readonly faster: Readonly<Record<string, StoredSecret>>;
}

/** One request that changed something, or tried to. */
export interface Attempt {
  readonly path: string;
  readonly status: number;
}
