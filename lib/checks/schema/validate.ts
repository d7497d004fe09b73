import { show } from '../../core';
import { pointer } from '../json-pointer';
import type { Finding } from '../rule';
import { nearestNames } from './nearest-names';
import type { CombinationPlan, ListPlan, NumberPlan, ObjectPlan, Plan, TextPlan } from './plan';
import type { ListKey, Scalar } from './schema';

/** Finds the plan of a definition by the reference to it. */
export type Resolve = (reference: string) => Plan;

/**
 * Everything in a value that its schema does not allow, each with the place, what
 * stands there and what is expected.
 *
 * Walks the schema instead of compiling it to code, because a run judges few
 * objects of many kinds: compiling thirty kinds takes longer than judging
 * thousands of objects.
 */
export function validate(plan: Plan, value: unknown, resolve: Resolve): readonly Finding[] {
  const walk = new Walk(resolve);
  walk.visit(plan, value);
  return walk.findings;
}

type Fields = Readonly<Record<string, unknown>>;

class Walk {
  public readonly findings: Finding[] = [];
  private readonly path: (string | number)[] = [];
  /** How many trials (`anyOf` …) are open; inside one, only whether something is wrong matters. */
  private trials = 0;
  private failed = false;

  constructor(private readonly resolve: Resolve) {}

  public visit(plan: Plan, value: unknown): void {
    if (plan.reference !== undefined) this.visit(this.resolve(plan.reference), value);
    if (plan.types !== undefined && !hasType(plan.types, value)) {
      const types = plan.types.join(' or ');
      this.add([], value, plan.description === undefined ? types : `${plan.description} (${types})`);
      return;
    }
    if (plan.allowed !== undefined && !plan.allowed.includes(value as Scalar)) {
      this.report(
        plan,
        value,
        plan.allowed.length === 1 ? String(plan.allowed[0]) : `one of ${plan.allowed.join(', ')}`,
      );
    }
    if (typeof value === 'string') {
      if (plan.text !== undefined) this.visitText(plan, plan.text, value);
    } else if (typeof value === 'number') {
      if (plan.number !== undefined) this.visitNumber(plan, plan.number, value);
    } else if (Array.isArray(value)) {
      if (plan.list !== undefined) this.visitList(plan, plan.list, value);
    } else if (typeof value === 'object' && value !== null) {
      if (plan.object !== undefined) this.visitObject(plan, plan.object, value as Fields);
    }
    if (plan.combination !== undefined) this.visitCombination(plan, plan.combination, value);
  }

  private visitText(plan: Plan, { minLength, maxLength, pattern, format }: TextPlan, value: string): void {
    const length = lengthOf(value);
    if (length < minLength) this.report(plan, value, `at least ${minLength} characters`);
    else if (length > maxLength) this.report(plan, value, `at most ${maxLength} characters`);
    else if (pattern?.test(value) === false) this.report(plan, value, `text like ${pattern.source}`);
    else if (format?.pattern.test(value) === false) this.report(plan, value, format.expected);
  }

  private visitNumber(plan: Plan, { minimum, maximum }: NumberPlan, value: number): void {
    if (value < minimum) this.report(plan, value, `${minimum} or more`);
    if (value > maximum) this.report(plan, value, `${maximum} or less`);
  }

  private visitList(plan: Plan, { items, minItems, maxItems, unique }: ListPlan, value: readonly unknown[]): void {
    if (value.length < minItems) this.report(plan, value, `at least ${minItems} elements`);
    if (value.length > maxItems) this.report(plan, value, `at most ${maxItems} elements`);
    if (items !== undefined)
      value.forEach((item, index) => {
        this.inside(index, items, item);
      });
    if (value.length > 1) for (const key of unique) this.visitUnique(value, key);
  }

  private visitUnique(list: readonly unknown[], { fields, defaults }: ListKey): void {
    const seen = new Set<string>();
    list.forEach((item, index) => {
      const element = (item ?? {}) as Fields;
      const values = fields.length === 0 ? [item] : fields.map((field) => element[field] ?? defaults?.[field]);
      if (values.includes(undefined)) return;
      const key = JSON.stringify(values);
      if (seen.has(key)) {
        const expected = `a ${fields.join(' and ') || 'value'} that no other element has`;
        this.add([index, ...fields.slice(0, 1)], values.map(show).join('/'), expected);
      }
      seen.add(key);
    });
  }

  private visitObject(plan: Plan, object: ObjectPlan, value: Fields): void {
    for (const name of object.required) {
      if (value[name] === undefined) this.add([name], undefined, 'a value: the field is required');
    }
    const names = Object.keys(value);
    if (names.length < object.minProperties) this.report(plan, value, `at least ${object.minProperties} fields`);
    if (names.length > object.maxProperties) this.report(plan, value, `at most ${object.maxProperties} fields`);
    for (const name of names) {
      if (object.names !== undefined) this.inside(name, object.names, name);
      const inner = object.field(name);
      if (inner) this.inside(name, inner, value[name]);
      else if (inner === false) this.addUnknown(name, value[name], object);
    }
    if (object.uniqueNamesAcross.length > 0) this.visitNamesAcross(object.uniqueNamesAcross, value);
    if (object.maxBytes < Infinity) this.visitBytes(object.maxBytes, value);
  }

  private visitNamesAcross(lists: readonly string[], value: Fields): void {
    const seen = new Set<unknown>();
    for (const list of lists) {
      const elements = value[list];
      if (!Array.isArray(elements)) continue;
      elements.forEach((element: { readonly name?: unknown } | null, index) => {
        const name = element?.name;
        if (name !== undefined && seen.has(name)) {
          this.add([list, index, 'name'], name, `a name that is unique in ${lists.join(', ')} together`);
        }
        seen.add(name);
      });
    }
  }

  private visitBytes(maxBytes: number, value: Fields): void {
    const texts = Object.values(value).map(String);
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    if (bytes > maxBytes) this.add([], `${bytes} bytes`, `at most ${maxBytes} bytes in all values together`);
  }

  private visitCombination(plan: Plan, { allOf, anyOf, oneOf, not }: CombinationPlan, value: unknown): void {
    for (const part of allOf) this.visit(part, value);
    if (anyOf?.some((part) => this.passes(part, value)) === false) this.report(plan, value, 'one of several forms');
    if (oneOf && oneOf.filter((part) => this.passes(part, value)).length !== 1) {
      this.report(plan, value, 'exactly one of several forms');
    }
    if (not !== undefined && this.passes(not, value)) this.report(plan, value, 'another form');
  }

  private passes(plan: Plan, value: unknown): boolean {
    const outer = this.failed;
    this.failed = false;
    this.trials += 1;
    this.visit(plan, value);
    this.trials -= 1;
    const passed = !this.failed;
    this.failed = outer;
    return passed;
  }

  private inside(step: string | number, plan: Plan, value: unknown): void {
    this.path.push(step);
    this.visit(plan, value);
    this.path.pop();
  }

  private report({ description }: Plan, got: unknown, expected: string): void {
    this.add([], got, description ?? expected);
  }

  private addUnknown(name: string, got: unknown, { fields }: ObjectPlan): void {
    if (this.trials > 0) this.failed = true;
    else this.add([name], got, `no such field${nearestNames(name, fields)}`);
  }

  private add(steps: readonly (string | number)[], got: unknown, expected: string): void {
    if (this.trials > 0) this.failed = true;
    else this.findings.push({ at: pointer(...this.path, ...steps), got, expected });
  }
}

function hasType(types: readonly string[], value: unknown): boolean {
  for (const type of types) if (isOfType(type, value)) return true;
  return false;
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'array':
      return Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return Number.isFinite(value);
    case 'null':
      return value === null;
    default:
      return typeof value === type;
  }
}

/** Characters, not units of UTF-16: how JSON Schema counts. */
function lengthOf(value: string): number {
  // Without surrogates both are the same, and nearly every text has none.
  return /[\ud800-\udfff]/.test(value) ? Array.from(value).length : value.length;
}
