import type { IntOrString, Quantity } from 'cdk8s-plus-27/lib/imports/k8s';

/** Fields whose generated name differs from the one in the rendered object. */
interface RenderedNames {
  readonly clientIp: 'clientIP';
  readonly clusterIp: 'clusterIP';
  readonly downwardApi: 'downwardAPI';
  readonly hostIpc: 'hostIPC';
  readonly hostPid: 'hostPID';
  readonly loadBalancerIp: 'loadBalancerIP';
  readonly nonResourceUrLs: 'nonResourceURLs';
}

/** The generated wrappers of numbers and strings. Other types that happen to have a `value` have more besides. */
type Wrapper<T> = T extends IntOrString | Quantity ? (keyof T extends 'value' ? T : never) : never;

type RenderedName<K> = K extends keyof RenderedNames ? RenderedNames[K] : K;

/**
 * A generated API type as it looks once rendered: numbers and strings where the
 * type has `IntOrString` and `Quantity`, and every field possibly missing,
 * because a rule must not trust what it judges.
 */
export type Rendered<T> =
  T extends Wrapper<T>
    ? number | string
    : T extends Date
      ? string
      : T extends readonly (infer E)[]
        ? readonly Rendered<E>[]
        : T extends object
          ? { readonly [K in keyof T as RenderedName<K>]?: Rendered<NonNullable<T[K]>> }
          : T;
