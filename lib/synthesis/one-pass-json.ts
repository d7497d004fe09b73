import { ApiObject, App, JsonPatch, Lazy, LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver } from 'cdk8s';
import type { IConstruct } from 'constructs';

type Plain = Record<string, unknown>;

/** What an ApiObject keeps to itself; read here because the stock way to it costs a copy of a path for every value. */
interface Innards {
  readonly props?: Plain;
  readonly patches?: readonly JsonPatch[];
}

/** What its metadata keeps to itself. */
interface MetadataInnards {
  readonly labels?: Plain;
  readonly annotations?: Plain;
  readonly finalizers?: readonly unknown[];
  readonly ownerReferences?: readonly unknown[];
  readonly _additionalAttributes?: Plain;
}

/** The static half of a class that `cdk8s import` generates. */
interface GeneratedClass {
  readonly manifest?: (props: Plain) => Plain;
}

const stockResolvers = [LazyResolver, ImplicitTokenResolver, NumberStringUnionResolver];

/**
 * What `ApiObject.toJson()` returns, but for the order of keys, in one pass:
 * tokens are resolved and empty fields dropped at once, and nothing is copied
 * or sorted on the way. An object that is not built as cdk8s builds them today
 * is rendered by cdk8s itself.
 */
export function onePassJson(object: ApiObject): Plain {
  const { props, patches } = object as unknown as Innards;
  const type = object.constructor as GeneratedClass;
  const mapped = object.toJson !== ApiObject.prototype.toJson;
  if (!props || !patches || (mapped && !isGenerated(object)) || !hasStockResolvers(object)) {
    return object.toJson() as Plain;
  }
  const sanitized: Plain = { metadata: metadataOf(object) };
  for (const key of Object.keys(props)) {
    if (key === 'metadata') continue;
    const value = plain(props[key]);
    if (value !== undefined) sanitized[key] = value;
  }
  const patched = patches.length > 0 ? (JsonPatch.apply(sanitized, ...patches) as Plain) : sanitized;
  return mapped && type.manifest ? type.manifest(patched) : patched;
}

/** `ApiObjectMetadataDefinition.toJson()`, which drops empty lists and maps besides. */
function metadataOf({ metadata }: ApiObject): unknown {
  const { name, namespace } = metadata;
  const { _additionalAttributes, annotations, finalizers, ownerReferences, labels } =
    metadata as unknown as MetadataInnards;
  if (!_additionalAttributes) return metadata.toJson();
  return plain({ ..._additionalAttributes, name, namespace, annotations, finalizers, ownerReferences, labels }, true);
}

/** The generated `toJson()` is the stock one followed by the class's own mapping, which is also its `manifest()`. */
function isGenerated(object: ApiObject): boolean {
  const { constructor } = object;
  return Object.hasOwn(constructor, 'manifest') && !Object.hasOwn(object, 'toJson');
}

const roots = new WeakMap<IConstruct, boolean>();

function hasStockResolvers(object: ApiObject): boolean {
  const { root } = object.node;
  let stock = roots.get(root);
  if (stock === undefined) {
    const { resolvers } = App.of(object);
    stock =
      resolvers.length === stockResolvers.length &&
      stockResolvers.every((type, at) => resolvers[at]?.constructor === type);
    roots.set(root, stock);
  }
  return stock;
}

/** Resolves a value as cdk8s' three resolvers do, and drops what its sanitizer drops. */
function plain(value: unknown, dropEmpty = false): unknown {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'object') return value;
  if (value instanceof Lazy) return plain(value.produce(), dropEmpty);
  const { resolve } = value as { resolve?: unknown };
  if (typeof resolve === 'function') return plain(resolve.call(value), dropEmpty);
  if (Array.isArray(value)) {
    return dropEmpty && value.length === 0 ? undefined : value.map((item) => plain(item, dropEmpty));
  }
  if (value.constructor !== Object) {
    const { value: inner } = value as { value?: unknown };
    if (typeof inner === 'number' || typeof inner === 'string') return { value: inner };
    throw new Error(`can't render non-simple object of type '${value.constructor.name}'`);
  }
  const result: Plain = {};
  let empty = true;
  for (const key of Object.keys(value)) {
    const resolved = plain((value as Plain)[key], dropEmpty);
    if (resolved === undefined) continue;
    result[key] = resolved;
    empty = false;
  }
  return dropEmpty && empty ? undefined : result;
}
