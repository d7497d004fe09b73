import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import customResources from '../../../imports/custom-resources.schema.json';
import kubernetes from '../../../imports/kubernetes-1.27.schema.json';
import { planOfDefinition } from '../../../lib/checks/schema/catalog';
import { overlay } from '../../../lib/checks/schema/overlay';
import type { Plan } from '../../../lib/checks/schema/plan';
import { planOf } from '../../../lib/checks/schema/plan';
import type { Schema, SchemaDocument } from '../../../lib/checks/schema/schema';
import { definitionPrefix } from '../../../lib/checks/schema/schema';
import { validate } from '../../../lib/checks/schema/validate';

type Refused = Readonly<Record<string, readonly unknown[]>>;

const documents: readonly SchemaDocument[] = [kubernetes, customResources];
const whole = '.';
const text = readFileSync(join(__dirname, 'refused-values.yaml'), 'utf8');
const refused = Object.entries(parse(text) as Record<string, Record<string, Refused>>).flatMap(([group, definitions]) =>
  Object.entries(definitions).map(([name, fields]) => [`${group}.${name}`, fields] as const),
);
const builtIn = Object.entries(overlay).filter(([name]) => name.startsWith('io.k8s.'));

test.each(builtIn)('every fact about %s has a value that it refuses', (name, facts) => {
  const cases = Object.fromEntries(refused)[name] ?? {};
  const ofWhole = Object.keys(facts).some((keyword) => keyword !== 'properties' && keyword !== 'description');
  const needed = [...(ofWhole ? [whole] : []), ...Object.keys(facts.properties ?? {})];
  expect(Object.keys(cases).sort()).toEqual(needed.sort());
});

describe.each(refused)('%s', (name, fields) => {
  const rows = Object.entries(fields).flatMap(([field, values]) => values.map((value) => [field, value] as const));

  test.each(rows)('%s cannot be %j, which the schema alone would allow', (field, value) => {
    expect(accepts(fieldOf(planOfDefinition(definitionPrefix + name), field), value, planOfDefinition)).toBe(false);
    expect(accepts(fieldOf(bare(definitionPrefix + name), field), value, bare)).toBe(true);
  });
});

function accepts(plan: Plan, value: unknown, resolve: (reference: string) => Plan): boolean {
  return validate(plan, value, resolve).length === 0;
}

function fieldOf(plan: Plan, field: string): Plan {
  const found = field === whole ? plan : plan.object?.field(field);
  if (!found) throw new Error(`there is no field ${field}`);
  return found;
}

/** A definition without any fact of the overlay. */
function bare(reference: string): Plan {
  const name = reference.slice(definitionPrefix.length);
  const schema: Schema | undefined = documents.map(({ definitions }) => definitions[name]).find(Boolean);
  if (!schema) throw new Error(`there is no ${name}`);
  return planOf(schema);
}
