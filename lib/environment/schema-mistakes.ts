import type { ErrorObject } from 'ajv';
import { closestWord } from './closest-word';
import { fixForText, fixForType } from './value-fix';
import type { Mistake, Path } from './problem';
import type { SchemaWords } from './schema-words';
import { choicesOf, exampleOf, expectedBy } from './schema-words';
import { wordsFor } from './value-words';

/** What one keyword of JSON Schema found wrong. */
interface Violation {
  readonly path: Path;
  readonly value: unknown;
  /** The schema that the keyword stands in. */
  readonly schema: SchemaWords;
  readonly params: Readonly<Record<string, unknown>>;
}

type Translation = (violation: Violation) => Mistake | undefined;

/** The findings of ajv in the words of somebody who edits the file. */
export function schemaMistakes(errors: readonly ErrorObject[]): readonly Mistake[] {
  return errors.flatMap((error) => {
    const violation: Violation = {
      path: pathOf(error.instancePath),
      value: error.data,
      schema: (error.parentSchema ?? {}) as SchemaWords,
      params: error.params as Readonly<Record<string, unknown>>,
    };
    const translate =
      error.propertyName === undefined ? (translations[error.keyword] ?? otherwise) : keyMistake(error.propertyName);
    const mistake = translate(violation);
    return mistake ? [mistake] : [];
  });
}

const translations: Readonly<Record<string, Translation>> = {
  additionalProperties: ({ path, schema, params }) => {
    const key = String(params.additionalProperty);
    const known = Object.keys(schema.properties ?? {});
    const meant = closestWord(key, known);
    return {
      path: [...path, key],
      at: 'key',
      found: 'a key that is not known here',
      expected: `one of ${known.join(', ')}`,
      fix: meant === undefined ? 'remove it, or move it to where it belongs' : `did you mean '${meant}'?`,
    };
  },
  required: ({ path, value, schema, params }) => {
    const key = String(params.missingProperty);
    // A misspelled key is missing and unknown at once, which is one mistake to its author.
    if (isMisspelled(key, value, schema)) return undefined;
    const wanted = propertyOf(schema, key);
    const example = exampleOf(wanted);
    return {
      path: [...path, key],
      found: 'nothing',
      expected: expectedBy(wanted),
      fix: `add '${key}:${example === undefined ? '' : ` ${example}`}'${wanted.description === undefined ? '' : ` (${firstSentence(wanted.description)})`}`,
    };
  },
  type: ({ path, value, schema }) => ({
    path,
    found: wordsFor(value),
    expected: expectedBy(schema),
    fix: fixForType(value, schema),
  }),
  enum: choice,
  const: choice,
  discriminator: ({ path, schema, params }) => {
    const tag = String(params.tag);
    const { tagValue } = params;
    if (tagValue === undefined) return undefined;
    return choice({ path: [...path, tag], value: tagValue, schema: propertyOf(schema, tag), params });
  },
  pattern: ({ path, value, schema }) => ({
    path,
    found: wordsFor(value),
    expected: expectedBy(schema),
    fix: fixForText(String(value), schema),
  }),
  minimum: outOfRange,
  maximum: outOfRange,
  maxLength: ({ path, value, schema }) => ({
    path,
    found: `${String(value).length} characters`,
    expected: `at most ${String(schema.maxLength)}`,
    fix: 'choose a shorter one',
  }),
  minItems: ({ path, schema }) => ({
    path,
    found: 'an empty list',
    expected: `at least ${String(schema.minItems)}`,
    fix: `add one, as in '- ${exampleOf(schema.items ?? {}) ?? '…'}'`,
  }),
  minProperties: ({ path }) => ({
    path,
    found: 'an empty mapping',
    expected: 'at least one key',
    fix: 'add one, or remove the key above it',
  }),
  uniqueItems: ({ path, value, params }) => {
    const [first, second] = [Number(params.j), Number(params.i)].sort((a, b) => a - b);
    const item: unknown = Array.isArray(value) ? value[first ?? 0] : undefined;
    return {
      path: [...path, second ?? 0],
      found: `${wordsFor(item)} a second time`,
      expected: 'each once',
      fix: 'remove one of the two',
    };
  },
  // The error of the name itself says more.
  propertyNames: () => undefined,
};

const otherwise: Translation = ({ path, value, schema }) => ({
  path,
  found: wordsFor(value),
  expected: expectedBy(schema),
  fix: 'see the schema beside the file',
});

function keyMistake(key: string): Translation {
  return ({ path, schema }) => ({
    path: [...path, key],
    at: 'key',
    found: `the name ${wordsFor(key)}`,
    expected: expectedBy(schema),
    fix: fixForText(key, schema),
  });
}

function choice({ path, value, schema }: Violation): Mistake {
  const choices = (choicesOf(schema) ?? []).map(String);
  const meant = closestWord(String(value), choices);
  return {
    path,
    found: wordsFor(value),
    expected: expectedBy(schema),
    fix: meant === undefined ? 'use one of them' : `did you mean '${meant}'?`,
  };
}

function outOfRange({ path, value, schema }: Violation): Mistake {
  const nearest = Number(value) < (schema.minimum ?? -Infinity) ? schema.minimum : schema.maximum;
  return {
    path,
    found: wordsFor(value),
    expected: expectedBy(schema),
    fix: `use ${String(nearest)} or a number inside the range`,
  };
}

function isMisspelled(key: string, value: unknown, { properties }: SchemaWords): boolean {
  if (properties === undefined || typeof value !== 'object' || value === null) return false;
  const known = Object.keys(properties);
  return Object.keys(value).some((written) => !known.includes(written) && closestWord(written, known) === key);
}

/** The schema of a key; of a key that tells variants apart, with the values of all variants. */
function propertyOf({ properties, oneOf }: SchemaWords, key: string): SchemaWords {
  if (!oneOf) return properties?.[key] ?? {};
  const variants = oneOf.map((variant) => variant.properties?.[key] ?? {});
  return { enum: variants.flatMap((variant) => choicesOf(variant) ?? []) };
}

function pathOf(pointer: string): Path {
  const steps = pointer.split('/').slice(1);
  return steps.map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
}

function firstSentence(text: string): string {
  return /^.*?[.:](?=\s|$)/.exec(text)?.[0].replace(/[.:]$/, '') ?? text;
}
