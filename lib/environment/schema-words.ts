import { wordsFor } from './value-words';

/** The part of a JSON Schema that messages are made of. */
export interface SchemaWords {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly examples?: readonly unknown[];
  readonly default?: unknown;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxLength?: number;
  readonly items?: SchemaWords;
  readonly properties?: Readonly<Record<string, SchemaWords>>;
  readonly oneOf?: readonly SchemaWords[];
}

/** What a schema accepts, in words. */
export function expectedBy(schema: SchemaWords): string {
  const { type, title, minimum, maximum, items } = schema;
  const choices = choicesOf(schema);
  if (choices) return choices.length === 1 ? wordsFor(choices[0]) : `one of ${choices.map(String).join(', ')}`;
  if (type === 'integer') return `a whole number from ${minimum ?? 0} to ${maximum ?? 'any'}`;
  if (type === 'array') return `a list${items ? ` with ${expectedBy(items)} in each line` : ''}`;
  if (type === 'object') return 'a mapping';
  return title ?? (schema.maxLength === undefined ? 'a text' : `a text of at most ${schema.maxLength} characters`);
}

/** The values that a schema accepts, when they can be counted. */
export function choicesOf(schema: SchemaWords): readonly unknown[] | undefined {
  return schema.enum ?? ('const' in schema ? [schema.const] : undefined);
}

/** A value that the schema accepts, to be copied; undefined where none is given. */
export function exampleOf(schema: SchemaWords): string | undefined {
  const item = schema.items && exampleOf(schema.items);
  const example =
    schema.examples?.[0] ??
    (item === undefined ? undefined : [item]) ??
    choicesOf(schema)?.[0] ??
    schema.default ??
    schema.minimum;
  return example === undefined ? undefined : typeof example === 'string' ? example : JSON.stringify(example);
}
