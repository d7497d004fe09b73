import customResources from '../../../imports/custom-resources.schema.json';
import kubernetes from '../../../imports/kubernetes-1.27.schema.json';
import { overlaid } from './overlaid';
import { overlay } from './overlay';
import { identityFacts } from './overlay-metadata';
import type { Plan } from './plan';
import { planOf } from './plan';
import type { Schema, SchemaDocument } from './schema';
import { definitionPrefix } from './schema';

const documents: readonly SchemaDocument[] = [kubernetes, customResources];

/** Plans are made when they are first asked for: an environment uses a fraction of all definitions. */
const plans = new Map<string, Plan>();

/** What an object of a kind is held against; undefined for a kind that has no schema. */
export function planOfKind(apiVersion: string, kind: string): Plan | undefined {
  const key = `${apiVersion}/${kind}`;
  const known = plans.get(key);
  if (known) return known;
  const schema = schemaOfKind(key);
  return schema && remembered(key, schema);
}

/** What a definition is held against, by the reference to it. */
export function planOfDefinition(reference: string): Plan {
  return plans.get(reference) ?? remembered(reference, definition(reference.slice(definitionPrefix.length)));
}

/** The schema of a kind, given as `<apiVersion>/<kind>`, with the facts of the overlay. */
export function schemaOfKind(key: string): Schema | undefined {
  const known = documents.map(({ kinds }) => (Object.hasOwn(kinds, key) ? kinds[key] : undefined)).find(Boolean);
  if (!known) return undefined;
  return overlaid(definition(known.definition), identityFacts(key.replace(/.*\//, ''), known.scope));
}

/** A definition with the facts of the overlay. */
export function definition(name: string): Schema {
  const base = documents.map(({ definitions }) => definitions[name]).find(Boolean);
  if (!base) throw new Error(`no schema defines '${name}', which another refers to; run npm run import`);
  const facts = overlay[name];
  return facts ? overlaid(base, facts) : base;
}

/** Every kind that has a schema, as `<apiVersion>/<kind>`. */
export function knownKinds(): readonly string[] {
  return documents.flatMap(({ kinds }) => Object.keys(kinds));
}

function remembered(key: string, schema: Schema): Plan {
  const plan = planOf(schema);
  plans.set(key, plan);
  return plan;
}
