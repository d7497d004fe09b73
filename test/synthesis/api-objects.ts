import { readFileSync } from 'node:fs';
import type { ApiObject } from 'cdk8s';
import { JsonPatch, Lazy } from 'cdk8s';
import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import type { Construct } from 'constructs';
import fc from 'fast-check';

interface TypeReference {
  readonly fqn?: string;
  readonly primitive?: string;
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: TypeReference };
  readonly union?: { readonly types: readonly TypeReference[] };
}
interface Property {
  readonly name: string;
  readonly type: TypeReference;
}
interface Assembly {
  readonly types: Readonly<Record<string, { readonly kind: string; readonly properties?: readonly Property[] }>>;
}

type ObjectClass = new (scope: Construct, id: string, props: Readonly<Record<string, unknown>>) => ApiObject;

const assembly = JSON.parse(readFileSync(require.resolve('cdk8s-plus-27/.jsii'), 'utf8')) as Assembly;
const namespace = 'cdk8s-plus-27.k8s.';

/** Every kind of the API, as a class that cdk8s has generated. */
export const objectClasses = Object.entries(k8s).filter(
  (entry): entry is [string, ObjectClass & (typeof entry)[1]] => 'GVK' in entry[1] && 'manifest' in entry[1],
);

const name = fc.string({ unit: fc.constantFrom('a', 'b', '-', '/', '.'), minLength: 1, maxLength: 3 });

/** Wraps a value as a description may: late, as a token, or not at all. */
function wrapped(value: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 20, arbitrary: value },
    { weight: 1, arbitrary: value.map((inner) => Lazy.any({ produce: () => inner }) as unknown) },
    { weight: 1, arbitrary: value.map((inner) => ({ resolve: () => inner })) },
    { weight: 1, arbitrary: value.map((inner) => Lazy.any({ produce: () => ({ resolve: () => inner }) }) as unknown) },
    { weight: 1, arbitrary: fc.constantFrom(undefined, null) },
  );
}

/** Values of a type of the API, three levels deep. */
function valueOf(type: TypeReference, depth: number): fc.Arbitrary<unknown> {
  if (type.collection) {
    const element = wrapped(valueOf(type.collection.elementtype, depth));
    return type.collection.kind === 'array'
      ? fc.array(element, { maxLength: 2 })
      : fc.dictionary(name, element, { maxKeys: 2, noNullPrototype: true });
  }
  switch (type.fqn?.slice(namespace.length)) {
    case undefined:
      return type.primitive === 'number'
        ? fc.integer()
        : type.primitive === 'boolean'
          ? fc.boolean()
          : fc.string({ maxLength: 3 });
    case 'IntOrString':
      return fc.oneof(
        fc.integer().map((value) => k8s.IntOrString.fromNumber(value)),
        name.map((value) => k8s.IntOrString.fromString(value)),
      );
    case 'Quantity':
      return fc.oneof(
        fc.integer().map((value) => k8s.Quantity.fromNumber(value)),
        name.map((value) => k8s.Quantity.fromString(value)),
      );
    default:
      return propsOf(type.fqn ?? '', depth - 1);
  }
}

function propsOf(fqn: string, depth: number): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  if (depth === 0) return fc.constant({});
  const properties = assembly.types[fqn]?.properties ?? [];
  // cdk8s itself cannot render dates.
  const usable = properties.filter(({ type }) => type.primitive !== 'date');
  return fc.record(
    Object.fromEntries(usable.map((property) => [property.name, wrapped(valueOf(property.type, depth))])),
    { requiredKeys: [], noNullPrototype: true },
  );
}

/** Metadata of an object itself, whose lists and maps ApiObject copies, so they cannot come late as a whole. */
const metadata = fc.record(
  {
    name,
    namespace: name,
    labels: fc.dictionary(name, wrapped(name), { maxKeys: 2, noNullPrototype: true }),
    annotations: fc.dictionary(name, wrapped(name), { maxKeys: 2, noNullPrototype: true }),
    finalizers: fc.array(wrapped(name), { maxLength: 2 }),
    ownerReferences: fc.array(wrapped(propsOf(`${namespace}OwnerReference`, 1)), { maxLength: 2 }),
    generateName: wrapped(name),
    managedFields: wrapped(fc.constantFrom([], [{}], [{ manager: 'me', unknown: [] }])),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Props for one kind, with names and types of the API. */
export function propsOfKind(className: string): fc.Arbitrary<Readonly<Record<string, unknown>>> {
  const rest = propsOf(`${namespace}${className}Props`, 5);
  return fc.tuple(rest, fc.option(metadata)).map(([props, own]) => ({ ...props, metadata: own ?? undefined }));
}

/** Patches as an override makes them, on places that are there and on others. */
export const patches: fc.Arbitrary<readonly JsonPatch[]> = fc.array(
  fc.constantFrom(
    JsonPatch.add('/metadata/labels', { patched: 'yes' }),
    JsonPatch.add('/metadata/unknown', 1),
    JsonPatch.add('/spec', { replicas: 3, unknown: true }),
    JsonPatch.remove('/metadata/namespace'),
    JsonPatch.replace('/metadata/name', 'patched'),
  ),
  { maxLength: 2 },
);
