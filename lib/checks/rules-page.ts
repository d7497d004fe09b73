import { podKinds } from './pods';
import type { Rule } from './rule';

/** The page that lists all rules: what each says, why, and what other tools call it. */
export function rulesPage(rules: readonly Rule[]): string {
  const sorted = [...rules].sort((a, b) => (a.id < b.id ? -1 : 1));
  const strict = rules.filter(({ exemptible }) => exemptible === false).length;
  return [
    '# Rules',
    '',
    'Every rendered object is held against these rules, before anything is written and again as it lies on disk.',
    `Of the ${rules.length} rules ${strict} allow no exemption, because breaking them is never right;`,
    'an object may be exempt from any other with `exempt(object, { rule, reason })`, as long as it needs to be.',
    '',
    '<!-- Written by scripts/rules-page.ts from lib/checks/rules. -->',
    '',
    ...sorted.map(entry),
    '',
  ].join('\n');
}

/** All kinds with a pod template together are workloads. */
function kindsInWords(kinds: ReadonlySet<string>): readonly string[] {
  const workloads = podKinds.every((kind) => kinds.has(kind));
  const others = [...kinds].filter((kind) => !workloads || !podKinds.includes(kind)).sort();
  return workloads ? ['workloads', ...others] : others;
}

function entry({ id, why, aliases = [], exemptible, kinds }: Rule): string {
  const about = kinds ? `\n  For ${kindsInWords(new Set(kinds)).join(', ')}.` : '';
  const known = aliases.length > 0 ? `\n  Elsewhere: ${aliases.join(', ')}.` : '';
  return `- **${id}**${exemptible === false ? ' (no exemption)' : ''}: ${why}${about}${known}`;
}
