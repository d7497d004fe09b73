import type { ValidateFunction } from 'ajv';
import Ajv from 'ajv';
import { definition, knownKinds, schemaOfKind } from '../../../lib/checks/schema/catalog';
import { formats } from '../../../lib/checks/schema/plan';
import type { ListKey, Schema } from '../../../lib/checks/schema/schema';
import { definitionPrefix } from '../../../lib/checks/schema/schema';

const documentId = 'all';
const ajv = new Ajv({
  strict: false,
  allErrors: true,
  validateSchema: false,
  inlineRefs: false,
  formats: Object.fromEntries(Object.entries(formats).map(([name, { pattern }]) => [name, pattern])),
});
const compiled = new Map<string, ValidateFunction>();

ajv.addKeyword({
  keyword: 'unique',
  type: 'array',
  validate: (keys: readonly ListKey[], list: readonly unknown[]) =>
    keys.every(({ fields, defaults = {} }) => {
      if (fields.length === 0) return new Set(list.map((item) => JSON.stringify(item))).size === list.length;
      const whole = list
        .map((item) => ({ ...defaults, ...(item as Record<string, unknown> | null) }))
        .map((element) => fields.map((field) => element[field]))
        .filter((values) => !values.includes(undefined))
        .map((values) => JSON.stringify(values));
      return whole.every((key, index) => whole.indexOf(key) === index);
    }),
});
ajv.addKeyword({
  keyword: 'uniqueNamesAcross',
  type: 'object',
  validate: (lists: readonly string[], value: Readonly<Record<string, unknown>>) => {
    const names = lists
      .flatMap((list) => (Array.isArray(value[list]) ? (value[list] as readonly unknown[]) : []))
      .map((element) => (element as { name?: unknown } | null | undefined)?.name)
      .filter((name) => name !== undefined);
    return names.every((name, index) => names.indexOf(name) === index);
  },
});
ajv.addKeyword({
  keyword: 'maxBytes',
  type: 'object',
  validate: (max: number, map: object) => Buffer.from(Object.values(map).map(String).join('')).length <= max,
});
ajv.addSchema({ definitions: { ...definitions(), ...kinds() } }, documentId);

/** What ajv says of a value, by the same schema. */
export function ajvAccepts(apiVersion: string, kind: string, value: unknown): boolean {
  const key = `${documentId}${definitionPrefix}${kindName(`${apiVersion}/${kind}`)}`;
  const validate = compiled.get(key) ?? ajv.getSchema(key);
  if (!validate) throw new Error(`ajv knows no ${key}`);
  compiled.set(key, validate);
  return validate(value);
}

/** ajv takes a slash in a reference for a step of the path. */
function kindName(key: string): string {
  return `kind:${key.replaceAll('/', ':')}`;
}

function kinds(): Readonly<Record<string, Schema | undefined>> {
  return Object.fromEntries(knownKinds().map((key) => [kindName(key), schemaOfKind(key)]));
}

function definitions(): Readonly<Record<string, Schema>> {
  const found: Record<string, Schema> = {};
  const open = knownKinds().map((key) => JSON.stringify(schemaOfKind(key)));
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    for (const [, name = ''] of text.matchAll(/"\$ref":"#\/definitions\/([^"]+)"/g)) {
      if (found[name]) continue;
      found[name] = definition(name);
      open.push(JSON.stringify(found[name]));
    }
  }
  return found;
}
