import { show } from '../core';
import type { JudgedFinding, Verdict } from './judge';

const maxShown = 160;

/** All findings of a verdict as text, sorted by object and place, and one line that sums them up. */
export function formatFindings({ findings, exempted, objects, rules }: Verdict): string {
  const texts = findings.map((finding) => ({ key: sortKey(finding), text: formatFinding(finding) }));
  texts.sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)));
  const summary = `${count(objects, 'object')} held against ${count(rules, 'rule')}: ${count(findings.length, 'finding')}, ${count(exempted.length, 'exemption')}`;
  return [...texts.map(({ text }) => text), summary].join('\n\n');
}

/** One finding: which object breaks which rule, where, what stands there, what should, and the ways out. */
export function formatFinding({ manifest, rule, finding }: JudgedFinding): string {
  const { kind, metadata } = manifest.object;
  const fix =
    rule.exemptible === false
      ? 'change the field'
      : `change the field, or exempt(object, { rule: '${rule.id}', reason: '…' })`;
  return [
    `${manifest.origin}: ${kind} '${metadata.name}' breaks '${rule.id}'`,
    `    at    ${finding.at}`,
    `    got   ${cut(show(finding.got))}, expected ${finding.expected}`,
    `    why   ${rule.why}`,
    `    fix   ${fix}`,
  ].join('\n');
}

function sortKey({ manifest, rule, finding }: JudgedFinding): string {
  const { kind, metadata } = manifest.object;
  return [manifest.origin, kind, metadata.namespace ?? '', metadata.name, rule.id, finding.at].join('\n');
}

function cut(text: string): string {
  return text.length > maxShown ? `${text.slice(0, maxShown)}…` : text;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
