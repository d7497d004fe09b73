import type { ListKey, Scalar, Schema } from './schema';

/** What a schema says about text. */
export interface TextPlan {
  readonly minLength: number;
  readonly maxLength: number;
  readonly pattern: RegExp | undefined;
  readonly format: Format | undefined;
}

/** What a schema says about numbers. */
export interface NumberPlan {
  readonly minimum: number;
  readonly maximum: number;
}

/** What a schema says about lists. */
export interface ListPlan {
  readonly items: Plan | undefined;
  readonly minItems: number;
  readonly maxItems: number;
  readonly unique: readonly ListKey[];
}

/** What a schema says about objects. */
export interface ObjectPlan {
  readonly fields: readonly string[];
  /** The plan of a field; false where none of that name may be, undefined where anything may. */
  readonly field: (name: string) => Plan | false | undefined;
  readonly names: Plan | undefined;
  readonly required: readonly string[];
  readonly minProperties: number;
  readonly maxProperties: number;
  readonly uniqueNamesAcross: readonly string[];
  readonly maxBytes: number;
}

/** Schemas of which all, some, one or none must be kept. */
export interface CombinationPlan {
  readonly allOf: readonly Plan[];
  readonly anyOf: readonly Plan[] | undefined;
  readonly oneOf: readonly Plan[] | undefined;
  readonly not: Plan | undefined;
}

/**
 * A schema, sorted by what kind of value its keywords are about.
 *
 * All plans have the same fields, which makes reading them several times as fast
 * as reading schemas, and what a schema does not say costs one comparison.
 */
export interface Plan {
  readonly description: string | undefined;
  readonly reference: string | undefined;
  readonly types: readonly string[] | undefined;
  readonly allowed: readonly Scalar[] | undefined;
  readonly text: TextPlan | undefined;
  readonly number: NumberPlan | undefined;
  readonly list: ListPlan | undefined;
  readonly object: ObjectPlan | undefined;
  readonly combination: CombinationPlan | undefined;
}

/** A form of text that a pattern in a schema cannot say readably. */
export interface Format {
  readonly pattern: RegExp;
  readonly expected: string;
}

/** The formats that are checked; a schema's other formats say nothing. */
export const formats: Readonly<Record<string, Format>> = {
  'date-time': {
    pattern:
      /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])[Tt]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$/,
    expected: 'a time like 2006-01-02T15:04:05Z',
  },
  byte: {
    pattern: /^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
    expected: 'base64',
  },
};

const regExps = new Map<string, RegExp>();

/** Sorts a schema; references stay references. */
export function planOf(schema: Schema): Plan {
  return {
    description: schema.description,
    reference: schema.$ref,
    types: schema.type === undefined ? undefined : [schema.type].flat(),
    allowed: schema.const === undefined ? schema.enum : [schema.const],
    text: textPlan(schema),
    number: numberPlan(schema),
    list: listPlan(schema),
    object: objectPlan(schema),
    combination: combinationPlan(schema),
  };
}

function textPlan({ minLength, maxLength, pattern, format }: Schema): TextPlan | undefined {
  if ([minLength, maxLength, pattern, format].every((keyword) => keyword === undefined)) return undefined;
  return {
    minLength: minLength ?? 0,
    maxLength: maxLength ?? Infinity,
    pattern: pattern === undefined ? undefined : regExpOf(pattern),
    format: format === undefined ? undefined : formats[format],
  };
}

/** One expression for a pattern, wherever it stands, so that it is compiled once. */
function regExpOf(pattern: string): RegExp {
  const known = regExps.get(pattern);
  if (known) return known;
  const regExp = new RegExp(pattern, 'u');
  regExps.set(pattern, regExp);
  return regExp;
}

function numberPlan({ minimum, maximum }: Schema): NumberPlan | undefined {
  if (minimum === undefined && maximum === undefined) return undefined;
  return { minimum: minimum ?? -Infinity, maximum: maximum ?? Infinity };
}

function listPlan({ items, minItems, maxItems, unique }: Schema): ListPlan | undefined {
  if ([items, minItems, maxItems, unique].every((keyword) => keyword === undefined)) return undefined;
  return {
    items: items && planOf(items),
    minItems: minItems ?? 0,
    maxItems: maxItems ?? Infinity,
    unique: unique ?? [],
  };
}

function objectPlan(schema: Schema): ObjectPlan | undefined {
  const { properties, additionalProperties, propertyNames, required, minProperties, maxProperties } = schema;
  const { uniqueNamesAcross, maxBytes } = schema;
  const keywords = [properties, additionalProperties, propertyNames, required, minProperties, maxProperties];
  if ([...keywords, uniqueNamesAcross, maxBytes].every((keyword) => keyword === undefined)) return undefined;
  return {
    fields: Object.keys(properties ?? {}),
    field: fieldPlans(properties ?? {}, additionalProperties),
    names: propertyNames && planOf(propertyNames),
    required: required ?? [],
    minProperties: minProperties ?? 0,
    maxProperties: maxProperties ?? Infinity,
    uniqueNamesAcross: uniqueNamesAcross ?? [],
    maxBytes: maxBytes ?? Infinity,
  };
}

/** Plans fields when they are met: of what a schema describes, objects have a small part. */
function fieldPlans(
  properties: Readonly<Record<string, Schema>>,
  additionalProperties: boolean | Schema | undefined,
): ObjectPlan['field'] {
  const known = new Map<string, Plan>();
  const additional = typeof additionalProperties === 'object' ? planOf(additionalProperties) : undefined;
  const others = additionalProperties === false ? false : additional;
  return (name) => {
    const plan = known.get(name);
    if (plan) return plan;
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (!schema) return others;
    const made = planOf(schema);
    known.set(name, made);
    return made;
  };
}

function combinationPlan({ allOf, anyOf, oneOf, not }: Schema): CombinationPlan | undefined {
  if ([allOf, anyOf, oneOf, not].every((keyword) => keyword === undefined)) return undefined;
  return {
    allOf: (allOf ?? []).map(planOf),
    anyOf: anyOf?.map(planOf),
    oneOf: oneOf?.map(planOf),
    not: not && planOf(not),
  };
}
