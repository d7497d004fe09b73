import type { IntOrString, Quantity } from 'cdk8s-plus-27/lib/imports/k8s';

/**
 * A generated API type as it looks once rendered: numbers and strings where the
 * type has `IntOrString` and `Quantity`, and every field possibly missing,
 * because a rule must not trust what it judges.
 */
export type Rendered<T> = T extends IntOrString | Quantity
  ? number | string
  : T extends Date
    ? string
    : T extends readonly (infer E)[]
      ? readonly Rendered<E>[]
      : T extends object
        ? { readonly [K in keyof T]?: Rendered<NonNullable<T[K]>> }
        : T;
