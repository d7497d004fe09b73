import type { Schema } from './schema';

/** A schema with further facts: what both say about a field is said together, what only one says is kept. */
export function overlaid(base: Schema, facts: Schema): Schema {
  return {
    ...base,
    ...facts,
    ...(base.properties && facts.properties && { properties: overlaidProperties(base.properties, facts.properties) }),
    ...(base.items && facts.items && { items: overlaid(base.items, facts.items) }),
    ...(typeof base.additionalProperties === 'object' &&
      typeof facts.additionalProperties === 'object' && {
        additionalProperties: overlaid(base.additionalProperties, facts.additionalProperties),
      }),
    ...(base.required && facts.required && { required: [...new Set([...base.required, ...facts.required])] }),
  };
}

function overlaidProperties(
  base: Readonly<Record<string, Schema>>,
  facts: Readonly<Record<string, Schema>>,
): Readonly<Record<string, Schema>> {
  const merged: Record<string, Schema> = { ...base };
  for (const [name, fact] of Object.entries(facts)) merged[name] = overlaid(base[name] ?? {}, fact);
  return merged;
}
