import customResources from '../../../imports/custom-resources.schema.json';
import kubernetes from '../../../imports/kubernetes-1.27.schema.json';
import { overlay } from '../../../lib/checks/schema/overlay';
import type { Schema, SchemaDocument } from '../../../lib/checks/schema/schema';
import { definitionPrefix } from '../../../lib/checks/schema/schema';

const documents: readonly SchemaDocument[] = [kubernetes, customResources];

test.each(Object.entries(overlay))('the facts about %s are about fields that it has', (name, facts) => {
  const definition = find(name);
  expect(definition).toBeDefined();
  expect(strayFields(facts, definition ?? {}, name)).toEqual([]);
});

test('every fact that a message repeats can be read as the end of "expected …"', () => {
  const descriptions = Object.values(overlay).flatMap(descriptionsIn);
  expect(descriptions.length).toBeGreaterThan(50);
  expect(descriptions.filter((text) => /^[A-Z][a-z]+ [a-z]|[a-z]\.$|^$/.test(text))).toEqual([]);
});

/** Fields that the overlay talks about and the schema does not have: a fact about them would never be checked. */
function strayFields(facts: Schema, schema: Schema, at: string): readonly string[] {
  const base = schema.$ref === undefined ? schema : find(schema.$ref.slice(definitionPrefix.length));
  if (!base) return [`${at}: ${String(schema.$ref)}`];
  const named = Object.entries(facts.properties ?? {}).flatMap(([name, inner]) => {
    const field = base.properties?.[name];
    return field ? strayFields(inner, field, `${at}/${name}`) : [`${at}/${name}`];
  });
  const listed = [
    ...(facts.required ?? []),
    ...(facts.uniqueNamesAcross ?? []),
    ...combinations(facts).flatMap((part) => [...Object.keys(part.properties ?? {}), ...(part.required ?? [])]),
  ].filter((name) => base.properties?.[name] === undefined && base.additionalProperties === false);
  const keys = (facts.unique ?? [])
    .flatMap(({ fields }) => fields)
    .filter((field) => resolved(base.items)?.properties?.[field] === undefined);
  const inside = [
    ...(facts.items ? strayFields(facts.items, base.items ?? {}, `${at}/[]`) : []),
    ...(typeof facts.additionalProperties === 'object' && typeof base.additionalProperties !== 'object'
      ? [`${at}/*`]
      : []),
  ];
  return [...named, ...listed.map((name) => `${at}: ${name}`), ...keys.map((key) => `${at}[${key}]`), ...inside];
}

function combinations(schema: Schema): readonly Schema[] {
  const parts = [...(schema.allOf ?? []), ...(schema.anyOf ?? []), ...(schema.oneOf ?? []), schema.not];
  return parts.filter((part) => part !== undefined).flatMap((part) => [part, ...combinations(part)]);
}

function descriptionsIn(schema: Schema): readonly string[] {
  const inner = [
    ...Object.values(schema.properties ?? {}),
    ...combinations(schema),
    ...(schema.items ? [schema.items] : []),
  ];
  return [...(schema.description === undefined ? [] : [schema.description]), ...inner.flatMap(descriptionsIn)];
}

function resolved(schema: Schema | undefined): Schema | undefined {
  return schema?.$ref === undefined ? schema : find(schema.$ref.slice(definitionPrefix.length));
}

function find(name: string): Schema | undefined {
  return documents.map(({ definitions }) => definitions[name]).find((schema) => schema !== undefined);
}
