import type { SchemaDocument } from '../lib/checks/schema/schema';

/** A schema document as it is stored: sorted, one definition a line, so that a change can be read. */
export function schemaFile({ kinds, definitions }: SchemaDocument): string {
  return `{"kinds":{\n${lines(kinds)}\n},"definitions":{\n${lines(definitions)}\n}}\n`;
}

function lines(entries: object): string {
  return sortedEntries(entries)
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(sorted(value))}`)
    .join(',\n');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(sortedEntries(value).map(([key, inner]) => [key, sorted(inner)]));
}

function sortedEntries(value: object): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}
