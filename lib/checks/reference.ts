/** A key that one object takes from another. */
export interface KeyReference {
  readonly at: string;
  readonly key: string;
}

/** One object's mention of another, which must exist for it to work. */
export interface Reference {
  /** JSON pointer to the name. */
  readonly at: string;
  readonly kind: string;
  /** Undefined for cluster-scoped objects. */
  readonly namespace: string | undefined;
  readonly name: string;
  readonly keys?: readonly KeyReference[];
}
