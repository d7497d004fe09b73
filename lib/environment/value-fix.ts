import { correction } from './correction';
import type { SchemaWords } from './schema-words';
import { exampleOf } from './schema-words';

/** How to turn a value into one of the type that the schema asks for. */
export function fixForType(value: unknown, schema: SchemaWords): string {
  if (value === null) return 'fill it in, or remove the key';
  if (schema.type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) {
    const text = String(value);
    const fits = schema.pattern === undefined || new RegExp(schema.pattern, 'u').test(text);
    return fits ? `put it in quotes: '${text}'` : fixForText(text, schema);
  }
  if (schema.type === 'integer' && typeof value === 'string' && /^\d+$/.test(value)) return 'remove the quotes';
  if (schema.type === 'integer' && typeof value === 'number') return `use ${Math.round(value)}`;
  if (schema.type === 'array' && typeof value === 'string') return `make it a list: [${value}]`;
  return fixForText('', schema);
}

/** How to write a text so that the schema's pattern accepts it. */
export function fixForText(written: string, schema: SchemaWords): string {
  const meant = schema.pattern === undefined || written === '' ? undefined : correction(written, schema.pattern);
  if (meant !== undefined) return `write ${meant}`;
  const example = exampleOf(schema);
  return example === undefined ? 'write what the description of the key asks for' : `write it like ${example}`;
}
