import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { publishedSchemas } from '../../lib/environment';
import { environmentSchema } from '../../lib/environment/schema/environment-schema';
import { imagesSchema } from '../../lib/environment/schema/images-schema';

interface SchemaNode {
  readonly [keyword: string]: unknown;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, SchemaNode>>;
}

/** Every schema inside a schema, with the way to it and the role it plays. */
function* parts(
  node: SchemaNode,
  at = '',
): Generator<{ readonly at: string; readonly node: SchemaNode; readonly isProperty: boolean }> {
  for (const [key, property] of Object.entries(node.properties ?? {})) {
    yield { at: `${at}/${key}`, node: property, isProperty: true };
    yield* parts(property, `${at}/${key}`);
  }
  for (const keyword of ['items', 'additionalProperties', 'propertyNames'] as const) {
    const part = node[keyword];
    if (typeof part !== 'object' || part === null) continue;
    yield { at: `${at}/${keyword}`, node: part as SchemaNode, isProperty: false };
    yield* parts(part as SchemaNode, `${at}/${keyword}`);
  }
  for (const [index, variant] of Object.entries((node.oneOf ?? []) as readonly SchemaNode[])) {
    yield { at: `${at}/${index}`, node: variant, isProperty: false };
    yield* parts(variant, `${at}/${index}`);
  }
}

const schemas: readonly (readonly [string, SchemaNode])[] = [
  ['environment', environmentSchema],
  ['images', imagesSchema],
];

describe.each(schemas)('the schema of %s', (name, schema) => {
  const all = [{ at: '', node: schema, isProperty: false }, ...parts(schema)];
  const violating = (broken: (part: (typeof all)[number]) => boolean): readonly string[] =>
    all.filter(broken).map(({ at }) => at);

  test('is a legal schema of draft 7, by the strict reading', () => {
    const ajv = new Ajv({ strict: true, strictRequired: false, discriminator: true, validateSchema: true });
    expect(() => ajv.compile(schema)).not.toThrow();
  });

  test('is published as it is', () => {
    const published = publishedSchemas()[`${name}.schema.json`];
    expect(published).toBeDefined();
    expect(readFileSync(join('environments', `${name}.schema.json`), 'utf8')).toBe(published);
  });

  test('describes every key to who edits the file', () => {
    expect(violating(({ node, isProperty }) => isProperty && !/^[A-Z].{10,}\.$/s.test(node.description ?? ''))).toEqual(
      [],
    );
  });

  test('accepts no key that it does not know', () => {
    expect(
      violating(({ node }) => node.type === 'object' && !('additionalProperties' in node) && !('oneOf' in node)),
    ).toEqual([]);
    expect(violating(({ node }) => node.additionalProperties === true)).toEqual([]);
  });

  test('names what a pattern means, and shows it by examples that keep it', () => {
    const patterns = all.filter(({ node }) => node.pattern !== undefined);
    expect(patterns.length).toBeGreaterThan(2);
    expect(patterns.filter(({ node }) => node.title === undefined).map(({ at }) => at)).toEqual([]);
    const ajv = new Ajv({ strict: false, discriminator: true });
    const wrong = all.flatMap(({ at, node }) =>
      [...((node.examples ?? []) as readonly unknown[]), ...('default' in node ? [node.default] : [])]
        .filter((example) => !ajv.validate({ ...node, default: undefined }, structuredClone(example)))
        .map((example) => `${at}: ${JSON.stringify(example)}`),
    );
    expect(wrong).toEqual([]);
  });

  test('bounds every number', () => {
    expect(violating(({ node }) => node.type === 'integer' && !('minimum' in node && 'maximum' in node))).toEqual([]);
  });
});
