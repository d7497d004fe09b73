import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Schema } from '../lib/checks/schema/schema';
import { customResourceSchema } from '../scripts/custom-resource-schema';

test.each<[string, object, Schema]>([
  [
    'an object with fields is closed',
    { type: 'object', properties: {} },
    { type: 'object', properties: {}, additionalProperties: false },
  ],
  [
    'an object that keeps unknown fields is open',
    { type: 'object', properties: {}, 'x-kubernetes-preserve-unknown-fields': true },
    { type: 'object', properties: {}, additionalProperties: true },
  ],
  ['a map has elements', { additionalProperties: { type: 'string' } }, { additionalProperties: { type: 'string' } }],
  ['a number or text', { 'x-kubernetes-int-or-string': true }, { type: ['integer', 'string'] }],
  ['null where it is allowed', { type: 'string', nullable: true }, { type: ['string', 'null'] }],
  ['the keys of a list', { 'x-kubernetes-list-map-keys': ['name'] }, { unique: [{ fields: ['name'] }] }],
  ['a set', { 'x-kubernetes-list-type': 'set' }, { unique: [{ fields: [] }] }],
  [
    'what describes or needs a cluster says nothing',
    { description: 'a', default: 1, 'x-kubernetes-validations': [] },
    {},
  ],
  [
    'a part of a combination leaves the object open',
    { anyOf: [{ properties: { a: { minLength: 1 } }, required: ['a'] }] },
    { anyOf: [{ properties: { a: { minLength: 1 } }, required: ['a'] }] },
  ],
])('%s', (_, structural, schema) => {
  expect(converted(structural)).toEqual(schema);
});

test('fails on a keyword that would be ignored', () => {
  expect(() => converted({ type: 'string', contentEncoding: 'base64' })).toThrow("'contentEncoding'");
});

test('fails on a pattern that only RE2 knows', () => {
  expect(() => converted({ type: 'string', pattern: '(?i)a' })).toThrow("'(?i)a'");
});

test('leaves out versions that are not served', () => {
  expect(Object.keys(documentOf({}, false).kinds)).toEqual([]);
});

/** The schema of a field, as the definition of a kind that has only it. */
function converted(field: object): Schema | undefined {
  return documentOf(field, true).definitions['example.org.v1.Ship']?.properties?.field;
}

function documentOf(field: object, served: boolean): ReturnType<typeof customResourceSchema> {
  const openAPIV3Schema = { type: 'object', properties: { field } };
  const spec = {
    group: 'example.org',
    scope: 'Namespaced',
    names: { kind: 'Ship' },
    versions: [{ name: 'v1', served, schema: { openAPIV3Schema } }],
  };
  const folder = mkdtempSync(join(tmpdir(), 'definitions-'));
  try {
    writeFileSync(join(folder, 'example.org.yaml'), stringify({ spec }));
    return customResourceSchema(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
