import { show } from '../../core';
import { pointer } from '../json-pointer';
import type { Finding } from '../rule';
import { nearestNames } from './nearest-names';
import type { ListKey, Scalar, Schema } from './schema';

/** Finds a definition by the reference to it. */
export type Resolve = (reference: string) => Schema;

/**
 * Everything in a value that its schema does not allow, each with the place, what
 * stands there and what is expected.
 *
 * Walks the schema instead of compiling it, because a run judges few objects of
 * many kinds: compiling thirty kinds takes longer than judging thousands of objects.
 */
export function validate(schema: Schema, value: unknown, resolve: Resolve): readonly Finding[] {
  const walk = new Walk(resolve);
  walk.visit(schema, value);
  return walk.findings;
}

const patterns = new Map<string, RegExp>();
const formats: Readonly<Record<string, { readonly pattern: RegExp; readonly expected: string }>> = {
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

class Walk {
  public readonly findings: Finding[] = [];
  private readonly path: (string | number)[] = [];

  constructor(private readonly resolve: Resolve) {}

  public visit(schema: Schema, value: unknown): void {
    if (schema.$ref !== undefined) this.visit(this.resolve(schema.$ref), value);
    if (schema.type !== undefined && !hasType(schema.type, value)) {
      this.report(schema, value, typeNames(schema.type));
      return;
    }
    if (schema.const !== undefined && value !== schema.const) this.report(schema, value, String(schema.const));
    if (schema.enum !== undefined && !schema.enum.includes(value as Scalar)) {
      this.report(schema, value, `one of ${schema.enum.join(', ')}`);
    }
    if (typeof value === 'string') this.visitString(schema, value);
    else if (typeof value === 'number') this.visitNumber(schema, value);
    else if (Array.isArray(value)) this.visitArray(schema, value);
    else if (typeof value === 'object' && value !== null) this.visitObject(schema, value as Record<string, unknown>);
    this.visitCombinations(schema, value);
  }

  private visitString(schema: Schema, value: string): void {
    const { minLength, maxLength, pattern, format } = schema;
    if (minLength !== undefined && lengthOf(value) < minLength) {
      this.report(schema, value, `at least ${minLength} characters`);
    }
    if (maxLength !== undefined && lengthOf(value) > maxLength) {
      this.report(schema, value, `at most ${maxLength} characters`);
    }
    if (pattern !== undefined && !compiled(pattern).test(value)) this.report(schema, value, `text like ${pattern}`);
    const known = format === undefined ? undefined : formats[format];
    if (known && !known.pattern.test(value)) this.report(schema, value, known.expected);
  }

  private visitNumber(schema: Schema, value: number): void {
    const { minimum, maximum } = schema;
    if (minimum !== undefined && value < minimum) this.report(schema, value, `${minimum} or more`);
    if (maximum !== undefined && value > maximum) this.report(schema, value, `${maximum} or less`);
  }

  private visitArray(schema: Schema, value: readonly unknown[]): void {
    const { items, minItems, maxItems, unique } = schema;
    if (minItems !== undefined && value.length < minItems) this.report(schema, value, `at least ${minItems} elements`);
    if (maxItems !== undefined && value.length > maxItems) this.report(schema, value, `at most ${maxItems} elements`);
    if (items !== undefined)
      value.forEach((item, index) => {
        this.inside(index, items, item);
      });
    for (const key of unique ?? []) this.visitUnique(value, key);
  }

  private visitUnique(list: readonly unknown[], { fields, defaults }: ListKey): void {
    if (list.length < 2) return;
    const seen = new Set<string>();
    list.forEach((item, index) => {
      const element = (item ?? {}) as Record<string, unknown>;
      const values = fields.length === 0 ? [item] : fields.map((field) => element[field] ?? defaults?.[field]);
      if (values.includes(undefined)) return;
      const key = JSON.stringify(values);
      if (seen.has(key))
        this.add(
          [index, ...fields.slice(0, 1)],
          values.map(show).join('/'),
          `a ${fields.join(' and ') || 'value'} that no other element has`,
        );
      seen.add(key);
    });
  }

  private visitObject(schema: Schema, value: Readonly<Record<string, unknown>>): void {
    const { properties, additionalProperties, propertyNames, required, minProperties, maxProperties } = schema;
    for (const name of required ?? []) {
      if (value[name] === undefined) this.add([name], undefined, 'a value: the field is required');
    }
    const names = Object.keys(value);
    if (minProperties !== undefined && names.length < minProperties) {
      this.report(schema, value, `at least ${minProperties} fields`);
    }
    if (maxProperties !== undefined && names.length > maxProperties) {
      this.report(schema, value, `at most ${maxProperties} fields`);
    }
    for (const name of names) {
      if (propertyNames !== undefined) this.inside(name, propertyNames, name);
      if (properties !== undefined && Object.hasOwn(properties, name)) {
        this.inside(name, properties[name] ?? {}, value[name]);
      } else if (additionalProperties === false) {
        this.add([name], value[name], `no such field${nearestNames(name, Object.keys(properties ?? {}))}`);
      } else if (typeof additionalProperties === 'object') {
        this.inside(name, additionalProperties, value[name]);
      }
    }
    if (schema.uniqueNamesAcross) this.visitNamesAcross(schema.uniqueNamesAcross, value);
    if (schema.maxBytes !== undefined) this.visitBytes(schema.maxBytes, value);
  }

  private visitNamesAcross(lists: readonly string[], value: Readonly<Record<string, unknown>>): void {
    const seen = new Set<unknown>();
    for (const list of lists) {
      const elements = value[list];
      if (!Array.isArray(elements)) continue;
      elements.forEach((element: { name?: unknown } | null, index) => {
        const name = element?.name;
        if (name !== undefined && seen.has(name)) {
          this.add([list, index, 'name'], name, `a name that is unique in ${lists.join(' and ')} together`);
        }
        seen.add(name);
      });
    }
  }

  private visitBytes(maxBytes: number, value: Readonly<Record<string, unknown>>): void {
    // UTF-8 takes at most three bytes for each unit of length, so counting is rarely needed.
    const texts = Object.values(value).map(String);
    if (texts.reduce((sum, text) => sum + text.length, 0) * 3 <= maxBytes) return;
    const bytes = texts.reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0);
    if (bytes > maxBytes) this.add([], `${bytes} bytes`, `at most ${maxBytes} bytes in all values together`);
  }

  private visitCombinations(schema: Schema, value: unknown): void {
    for (const part of schema.allOf ?? []) this.visit(part, value);
    if (schema.anyOf && !schema.anyOf.some((part) => this.passes(part, value))) {
      this.report(schema, value, 'one of several forms');
    }
    if (schema.oneOf && schema.oneOf.filter((part) => this.passes(part, value)).length !== 1) {
      this.report(schema, value, 'exactly one of several forms');
    }
    if (schema.not && this.passes(schema.not, value)) this.report(schema, value, 'another form');
  }

  private passes(schema: Schema, value: unknown): boolean {
    const before = this.findings.length;
    this.visit(schema, value);
    const passed = this.findings.length === before;
    this.findings.length = before;
    return passed;
  }

  private inside(step: string | number, schema: Schema, value: unknown): void {
    this.path.push(step);
    this.visit(schema, value);
    this.path.pop();
  }

  private report(schema: Schema, got: unknown, expected: string): void {
    this.add([], got, schema.description ?? expected);
  }

  private add(steps: readonly (string | number)[], got: unknown, expected: string): void {
    this.findings.push({ at: pointer(...this.path, ...steps), got, expected });
  }
}

function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern);
  if (known) return known;
  const regExp = new RegExp(pattern, 'u');
  patterns.set(pattern, regExp);
  return regExp;
}

function hasType(type: string | readonly string[], value: unknown): boolean {
  return typeof type === 'string' ? isOfType(type, value) : type.some((name) => isOfType(name, value));
}

function isOfType(type: string, value: unknown): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'number') return Number.isFinite(value);
  return type === 'null' ? value === null : typeof value === type;
}

function typeNames(type: string | readonly string[]): string {
  return typeof type === 'string' ? type : type.join(' or ');
}

/** Characters, not units of UTF-16: how JSON Schema counts. */
function lengthOf(value: string): number {
  // Without surrogates both are the same, and nearly every text has none.
  return /[\ud800-\udfff]/.test(value) ? Array.from(value).length : value.length;
}
