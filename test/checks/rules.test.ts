import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { exemptionPrefix } from '../../lib/core';
import { rules } from '../../lib/checks/rules';

const files = readdirSync(join(__dirname, '../../lib/checks/rules'))
  .filter((file) => file !== 'index.ts')
  .map((file) => file.replace(/\.ts$/, ''));
const maxAnnotationName = 63;

test('the registry holds the rule of every file, by its name', () => {
  expect(rules.map(({ id }) => id).sort()).toEqual(files.sort());
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, { why }) => {
  test('has a table of what keeps and breaks it', () => {
    expect(existsSync(join(__dirname, 'rules', `${id}.test.ts`))).toBe(true);
  });

  test('says why in one sentence or two', () => {
    expect(why).toMatch(/^[A-Z].{20,}\.$/);
  });

  test('fits into the name of an annotation', () => {
    const [, name = ''] = `${exemptionPrefix}${id}`.split('/');
    expect(name).toMatch(/^[a-z0-9.-]+$/);
    expect(name.length).toBeLessThanOrEqual(maxAnnotationName);
  });
});
