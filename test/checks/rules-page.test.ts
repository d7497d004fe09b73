import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { podKinds } from '../../lib/checks/pods';
import type { Rule } from '../../lib/checks/rule';
import { rules } from '../../lib/checks/rules';
import { rulesPage } from '../../lib/checks/rules-page';

const rule: Rule = { id: 'b', why: 'Because.', aliases: ['X-1', 'x'], kinds: ['Pod', 'Job', 'Pod'], check: () => [] };

test('docs/rules.md lists the rules as they are; after a change run `node --import tsx scripts/rules-page.ts`', () => {
  expect(readFileSync(join(__dirname, '../../docs/rules.md'), 'utf8')).toBe(rulesPage(rules));
});

test('a rule is listed with its reason, its kinds and its other names', () => {
  expect(rulesPage([rule])).toContain('- **b**: Because.\n  For Job, Pod.\n  Elsewhere: X-1, x.\n');
});

test('the kinds that hold pods are workloads', () => {
  expect(rulesPage([{ ...rule, kinds: [...podKinds, 'Service'] }])).toContain('  For workloads, Service.\n');
});

test('rules are sorted, and those without exemption say so', () => {
  const page = rulesPage([rule, { id: 'a', why: 'Never.', exemptible: false, check: () => [] }]);
  expect(page.indexOf('- **a** (no exemption): Never.\n')).toBeLessThan(page.indexOf('- **b**'));
  expect(page).toContain('Of the 2 rules 1 allow');
});
