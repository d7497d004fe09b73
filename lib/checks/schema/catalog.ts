import customResources from '../../../imports/custom-resources.schema.json';
import kubernetes from '../../../imports/kubernetes-1.27.schema.json';
import { overlay } from './overlay';
import { overlaid } from './overlaid';
import type { Schema, SchemaDocument } from './schema';
import { definitionPrefix } from './schema';

const documents: readonly SchemaDocument[] = [kubernetes, customResources];

const resolved = new Map<string, Schema>();

/** The schema of a kind, with the facts of the overlay; undefined for a kind that has none. */
export function schemaOfKind(apiVersion: string, kind: string): Schema | undefined {
  const key = `${apiVersion}/${kind}`;
  for (const { kinds } of documents) {
    const known = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
    if (known) return definition(definitionPrefix + known.definition);
  }
  return undefined;
}

/** Every kind that has a schema, as `<apiVersion>/<kind>`. */
export function knownKinds(): readonly string[] {
  return documents.flatMap(({ kinds }) => Object.keys(kinds));
}

/**
 * The definition that a reference names. The overlay is laid over it when it is
 * first asked for: an environment uses a fraction of all definitions.
 */
export function definition(reference: string): Schema {
  const known = resolved.get(reference);
  if (known) return known;
  const name = reference.slice(definitionPrefix.length);
  const base = documents.map(({ definitions }) => definitions[name]).find((schema) => schema !== undefined);
  if (!base) throw new Error(`no schema defines '${name}', which a schema refers to; run npm run import`);
  const facts = overlay[name];
  const schema = facts ? overlaid(base, facts) : base;
  resolved.set(reference, schema);
  return schema;
}
