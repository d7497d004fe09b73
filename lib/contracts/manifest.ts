/** Any value that JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** The part of a Kubernetes object's metadata that the project reads. */
export interface ObjectMetadata {
  readonly name: string;
  readonly namespace?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A Kubernetes object as it is applied: plain data, nothing left to resolve. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ObjectMetadata;
  readonly [field: string]: unknown;
}

/** One rendered object, with where it comes from and where it goes. */
export interface Manifest {
  /** The object itself. */
  readonly object: KubernetesObject;
  /** Who made it: the construct's path, or the file it was read from. */
  readonly origin: string;
  /** The component (Argo CD Application) that it belongs to. */
  readonly component: string;
}
