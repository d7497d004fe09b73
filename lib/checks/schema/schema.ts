/** Whether an object of a kind stands in a namespace. */
export type Scope = 'Namespaced' | 'Cluster';

/** A value without parts. */
export type Scalar = string | number | boolean;

/** What makes an element of a list its own: fields (none: the element as a whole), and what stands for them when they are absent. */
export interface ListKey {
  readonly fields: readonly string[];
  readonly defaults?: Readonly<Record<string, string>>;
}

/**
 * The part of JSON Schema that the project validates with. A keyword that is not
 * here is refused when a schema is derived, so none is ever silently ignored.
 */
export interface Schema {
  /** What a right value is, in words: the `expected` of a finding. */
  readonly description?: string;
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: Scalar;
  readonly enum?: readonly Scalar[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: boolean | Schema;
  readonly propertyNames?: Schema;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly not?: Schema;
  /** Ours: no two elements of the list may agree in one of these keys. */
  readonly unique?: readonly ListKey[];
  /** Ours: lists of the object whose elements must not agree in `name`, taken together. */
  readonly uniqueNamesAcross?: readonly string[];
  /** Ours: how much the values of a map may take together, in bytes of UTF-8. */
  readonly maxBytes?: number;
}

/** Every kind, and the definitions that they are made of. */
export interface SchemaDocument {
  /** By `<apiVersion>/<kind>`. */
  readonly kinds: Readonly<Record<string, { readonly definition: string; readonly scope: string }>>;
  readonly definitions: Readonly<Record<string, Schema>>;
}

/** Facts by definition that are laid over a schema. */
export type Overlay = Readonly<Record<string, Schema>>;

/** How a schema refers to a definition. */
export const definitionPrefix = '#/definitions/';
