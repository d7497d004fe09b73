import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exemptionPrefix } from '../../lib/core';
import { rules } from '../../lib/checks/rules';
import type { Table } from './table';
import { testRule } from './table';

const files = (folder: string): readonly string[] =>
  readdirSync(join(__dirname, folder))
    .filter((file) => file !== 'index.ts')
    .map((file) => file.replace(/\.ts$/, ''))
    .sort();
const ids = rules.map(({ id }) => id).sort();
const maxAnnotationName = 63;

test('the registry holds the rule of every file, by its name', () => {
  expect(ids).toEqual(files('../../lib/checks/rules'));
});

test('every rule has a table of what keeps and breaks it', () => {
  expect(files('rules')).toEqual(ids);
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, { why, aliases }) => {
  test('says why in one sentence or two', () => {
    expect(why).toMatch(/^[A-Z].{20,}\.$/);
  });

  test('names no alias twice', () => {
    expect(aliases).toEqual(aliases && [...new Set(aliases)]);
  });

  test('fits into the name of an annotation', () => {
    const [, name = ''] = `${exemptionPrefix}${id}`.split('/');
    expect(name).toMatch(/^[a-z0-9.-]+$/);
    expect(name.length).toBeLessThanOrEqual(maxAnnotationName);
  });
});

// All tables in one file: a file of its own costs each of them more to load than to run.
for (const rule of rules) {
  if (!existsSync(join(__dirname, 'rules', `${rule.id}.ts`))) continue;
  testRule(rule, jest.requireActual<{ table: Table }>(`./rules/${rule.id}`).table);
}
