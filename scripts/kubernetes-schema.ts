import { readFileSync } from 'node:fs';
import { k8s } from 'cdk8s-plus-27';
import type { Schema, SchemaDocument, Scope } from '../lib/checks/schema/schema';

/** The part of a jsii assembly that carries the shape of the API. */
interface Assembly {
  readonly types: Readonly<Record<string, AssemblyType>>;
}
interface AssemblyType {
  readonly kind: 'class' | 'interface' | 'enum';
  readonly docs?: AssemblyDocs;
  readonly properties?: readonly AssemblyProperty[];
}
interface AssemblyProperty {
  readonly name: string;
  readonly optional?: boolean;
  readonly docs?: AssemblyDocs;
  readonly type: AssemblyReference;
}
interface AssemblyReference {
  readonly fqn?: string;
  readonly primitive?: 'string' | 'number' | 'boolean' | 'date' | 'any';
  readonly collection?: { readonly kind: 'array' | 'map'; readonly elementtype: AssemblyReference };
}
interface AssemblyDocs {
  /** `schema` is the name in the OpenAPI document: `io.k8s.api.apps.v1.DeploymentSpec#replicas`. */
  readonly custom?: { readonly schema?: string };
}
/** One row of `kubectl api-resources`. */
interface Resource {
  readonly apiVersion: string;
  readonly kind: string;
  readonly scope: Scope;
}
interface GroupVersionKind {
  readonly apiVersion: string;
  readonly kind: string;
}

const definitionsPath = '#/definitions/';
const types = {
  intOrString: 'io.k8s.apimachinery.pkg.util.intstr.IntOrString',
  quantity: 'io.k8s.apimachinery.pkg.api.resource.Quantity',
  jsonSchema: 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1.JSONSchemaProps',
} as const;

/** Classes that stand for a scalar: jsii knows no type that is a number or a string. */
const scalars: Readonly<Record<string, Schema>> = {
  [types.intOrString]: { type: ['integer', 'string'] },
  [types.quantity]: { type: ['number', 'string'] },
};

/** The only numbers of the API that may have a fraction; jsii keeps one type for all. */
const fractions = new Set(['maximum', 'minimum', 'multipleOf'].map((name) => `${types.jsonSchema}#${name}`));

/**
 * Two types named EndpointPort (core, discovery) were merged into one class when
 * the assembly was made, so a slice's ports refer to the wrong one.
 */
const slicePort: Schema = {
  type: 'object',
  properties: {
    appProtocol: { type: 'string' },
    name: { type: 'string' },
    port: { type: 'integer' },
    protocol: { type: 'string' },
  },
  additionalProperties: false,
};

/** What is put right in a definition: faults of the assembly, and of the OpenAPI document that it was made from. */
const corrections: Readonly<Record<string, (schema: Schema) => Schema>> = {
  'io.k8s.api.discovery.v1.EndpointSlice': (schema) => ({
    ...schema,
    properties: { ...schema.properties, ports: { type: 'array', items: slicePort } },
  }),
  // The document requires onPodConditions, but the API server wants it or onExitCodes.
  'io.k8s.api.batch.v1.PodFailurePolicyRule': (schema) => ({ ...schema, required: ['action'] }),
};

/**
 * The strict JSON Schema of every kind that a Kubernetes 1.27 API server stores,
 * from the jsii assembly of cdk8s-plus-27: no network, and exactly one version.
 *
 * Alpha versions (off by default) and kinds that cannot be stored (reviews,
 * bindings, lists) are no kinds here: applying them fails.
 */
export function kubernetesSchema(): SchemaDocument {
  const assembly = JSON.parse(readFileSync(require.resolve('cdk8s-plus-27/.jsii'), 'utf8')) as Assembly;
  const resources = storedResources(readFileSync(require.resolve('cdk8s-plus-27/api-resources.txt'), 'utf8'));
  const all = definitionsOf(assembly);
  const kinds: Record<string, { definition: string; scope: Scope }> = {};
  for (const [definition, { apiVersion, kind }] of groupVersionKinds(assembly)) {
    const resource = resources.find((known) => isServed(known, apiVersion, kind));
    if (!resource) continue;
    kinds[`${apiVersion}/${kind}`] = { definition, scope: resource.scope };
    all.set(definition, asKind(all.get(definition) ?? {}, apiVersion, kind));
  }
  const definitions = reachable(
    all,
    Object.values(kinds).map(({ definition }) => definition),
  );
  return { kinds, definitions };
}

/** A stable version, or a beta of a kind that is served: alphas are off by default. */
function isServed(resource: Resource, apiVersion: string, kind: string): boolean {
  const group = (version: string): string => (version.includes('/') ? version.replace(/\/.*/, '') : '');
  return resource.kind === kind && group(resource.apiVersion) === group(apiVersion) && !apiVersion.includes('alpha');
}

/** Rows whose verbs include `delete`: what cannot be deleted was never stored. */
function storedResources(table: string): readonly Resource[] {
  return table.split('\n').flatMap((line) => {
    const [, apiVersion, namespaced, kind, verbs] = /\s(\S+)\s+(true|false)\s+(\S+)\s+(\S+)/.exec(line) ?? [];
    if (apiVersion === undefined || kind === undefined || !verbs?.includes('delete')) return [];
    return [{ apiVersion, kind, scope: namespaced === 'true' ? 'Namespaced' : 'Cluster' }];
  });
}

/** The classes know their apiVersion and kind, the assembly only that they do. */
function groupVersionKinds(assembly: Assembly): readonly (readonly [string, GroupVersionKind])[] {
  const classes = k8s as unknown as Readonly<Record<string, { readonly GVK?: GroupVersionKind }>>;
  return Object.entries(assembly.types).flatMap(([fqn, type]) => {
    const definition = type.docs?.custom?.schema;
    const gvk = classes[fqn.replace(/.*\./, '')]?.GVK;
    return type.kind === 'class' && definition !== undefined && gvk ? [[definition, gvk] as const] : [];
  });
}

function definitionsOf(assembly: Assembly): Map<string, Schema> {
  const nameOf = (fqn: string): string => assembly.types[fqn]?.docs?.custom?.schema ?? fqn;
  const definitions = new Map<string, Schema>(Object.entries(scalars));
  for (const type of Object.values(assembly.types)) {
    const name = type.docs?.custom?.schema;
    if (type.kind !== 'interface' || name === undefined) continue;
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of type.properties ?? []) {
      const path = property.docs?.custom?.schema ?? `${name}#${property.name}`;
      const field = path.slice(path.indexOf('#') + 1);
      properties[field] = fractions.has(path) ? { type: 'number' } : schemaOf(property.type, nameOf);
      if (property.optional !== true) required.push(field);
    }
    definitions.set(name, (corrections[name] ?? unchanged)(strict(properties, required)));
  }
  return definitions;
}

function unchanged(schema: Schema): Schema {
  return schema;
}

function schemaOf(reference: AssemblyReference, nameOf: (fqn: string) => string): Schema {
  if (reference.fqn !== undefined) return { $ref: definitionsPath + nameOf(reference.fqn) };
  if (reference.collection) {
    const items = schemaOf(reference.collection.elementtype, nameOf);
    return reference.collection.kind === 'array'
      ? { type: 'array', items }
      : { type: 'object', additionalProperties: items };
  }
  if (reference.primitive === 'date') return { type: 'string', format: 'date-time' };
  if (reference.primitive === 'number') return { type: 'integer' };
  return reference.primitive === 'any' || reference.primitive === undefined ? {} : { type: reference.primitive };
}

function strict(properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema {
  const base: Schema = { type: 'object', properties, additionalProperties: false };
  return required.length === 0 ? base : { ...base, required: [...required].sort() };
}

/** An object's own names of its version and kind: optional, because an object may stand inside another one. */
function asKind(schema: Schema, apiVersion: string, kind: string): Schema {
  const names: Readonly<Record<string, Schema>> = { apiVersion: { const: apiVersion }, kind: { const: kind } };
  return strict({ ...schema.properties, ...names }, schema.required ?? []);
}

function reachable(all: ReadonlyMap<string, Schema>, roots: readonly string[]): Readonly<Record<string, Schema>> {
  const found: Record<string, Schema> = {};
  const open = [...roots];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const schema = all.get(name);
    if (found[name]) continue;
    if (!schema) throw new Error(`the assembly names ${name} but does not describe it`);
    found[name] = schema;
    for (const [, target] of JSON.stringify(schema).matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)) {
      if (target !== undefined) open.push(target);
    }
  }
  return found;
}
