import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import type { ListKey, Schema, SchemaDocument } from '../lib/checks/schema/schema';
import { definitionPrefix } from '../lib/checks/schema/schema';

/** The part of a CustomResourceDefinition that says what its objects look like. */
interface Definition {
  readonly spec: {
    readonly group: string;
    readonly scope: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly Version[];
  };
}
interface Version {
  readonly name: string;
  readonly served: boolean;
  readonly schema: { readonly openAPIV3Schema: StructuralSchema };
}
type StructuralSchema = Readonly<Record<string, unknown>>;

const objectMeta: Schema = { $ref: `${definitionPrefix}io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta` };

/** Taken over as they are. */
const plain = new Set<string>([
  'type',
  'enum',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'required',
  'minProperties',
  'maxProperties',
] satisfies (keyof Schema)[]);

/** Say nothing about which values are right, or (`x-kubernetes-validations`: CEL) need a cluster to be evaluated. */
const silent = new Set([
  'title',
  'description',
  'default',
  'example',
  'externalDocs',
  'x-kubernetes-map-type',
  'x-kubernetes-validations',
]);

/** What each remaining keyword becomes. */
const converted: Readonly<Record<string, (value: unknown, schema: StructuralSchema) => Schema>> = {
  properties: (value, schema) => ({
    properties: mapValues(value as Readonly<Record<string, StructuralSchema>>, strictSchema),
    additionalProperties: schema['x-kubernetes-preserve-unknown-fields'] === true,
  }),
  items: (value) => ({ items: strictSchema(value as StructuralSchema) }),
  additionalProperties: (value) => ({
    additionalProperties: typeof value === 'boolean' ? value : strictSchema(value as StructuralSchema),
  }),
  allOf: (value) => ({ allOf: strictSchemas(value) }),
  anyOf: (value) => ({ anyOf: strictSchemas(value) }),
  oneOf: (value) => ({ oneOf: strictSchemas(value) }),
  not: (value) => ({ not: partSchema(value as StructuralSchema) }),
  pattern: (value) => ({ pattern: checkedPattern(String(value)) }),
  format: (value) => (value === 'date-time' || value === 'byte' ? { format: value } : {}),
  nullable: (value, { type }) => (value === true ? { type: [String(type), 'null'] } : {}),
  'x-kubernetes-int-or-string': () => ({ type: ['integer', 'string'] }),
  'x-kubernetes-preserve-unknown-fields': () => ({}),
  'x-kubernetes-list-map-keys': (value) => ({ unique: [{ fields: value as string[] }] }),
  'x-kubernetes-list-type': (value) => (value === 'set' ? { unique: [{ fields: [] } satisfies ListKey] } : {}),
};

/**
 * The strict JSON Schema of every custom resource that a folder of
 * CustomResourceDefinitions describes.
 * @throws when a definition uses a keyword that the validator does not know
 */
export function customResourceSchema(folder: string): SchemaDocument {
  const kinds: Record<string, { definition: string; scope: string }> = {};
  const definitions: Record<string, Schema> = {};
  for (const file of readdirSync(folder).sort()) {
    for (const document of parseAllDocuments(readFileSync(join(folder, file), 'utf8'))) {
      const { spec } = document.toJS() as Definition;
      for (const version of spec.versions.filter(({ served }) => served)) {
        const name = `${spec.group}.${version.name}.${spec.names.kind}`;
        const apiVersion = `${spec.group}/${version.name}`;
        kinds[`${apiVersion}/${spec.names.kind}`] = { definition: name, scope: spec.scope };
        definitions[name] = asKind(strictSchema(version.schema.openAPIV3Schema), apiVersion, spec.names.kind);
      }
    }
  }
  return { kinds, definitions };
}

function asKind(schema: Schema, apiVersion: string, kind: string): Schema {
  const names = { apiVersion: { const: apiVersion }, kind: { const: kind }, metadata: objectMeta };
  return { ...schema, properties: { ...schema.properties, ...names } };
}

/** A structural schema in our keywords, with every object closed. */
function strictSchema(structural: StructuralSchema): Schema {
  return Object.entries(structural).reduce<Schema>((schema, [keyword, value]) => {
    if (silent.has(keyword)) return schema;
    if (plain.has(keyword)) return { [keyword]: value, ...schema };
    const convert = converted[keyword];
    if (!convert) throw new Error(`a CustomResourceDefinition uses '${keyword}', which the validator does not know`);
    return { ...schema, ...convert(value, structural) };
  }, {});
}

/** Parts of a combination say something about an object that is described elsewhere, so they leave it open. */
function partSchema(structural: StructuralSchema): Schema {
  const { additionalProperties, ...schema } = strictSchema(structural);
  return typeof additionalProperties === 'object' ? { ...schema, additionalProperties } : schema;
}

function strictSchemas(value: unknown): readonly Schema[] {
  return (value as readonly StructuralSchema[]).map(partSchema);
}

/** Clusters read patterns as RE2, the validator as JavaScript; a pattern must mean something to both. */
function checkedPattern(pattern: string): string {
  try {
    new RegExp(pattern, 'u');
    return pattern;
  } catch (error) {
    throw new Error(`the pattern '${pattern}' is none in JavaScript; write it without what only RE2 knows`, {
      cause: error,
    });
  }
}

function mapValues<V, R>(map: Readonly<Record<string, V>>, change: (value: V) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
