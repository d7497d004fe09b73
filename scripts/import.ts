import { writeFileSync } from 'node:fs';
import type { SchemaDocument } from '../lib/checks/schema/schema';
import { kubernetesSchema } from './kubernetes-schema';

/** A schema document as it is stored: sorted, one definition a line, so that a change can be read. */
export function serialize({ kinds, definitions }: SchemaDocument): string {
  const block = (entries: object): string => lines(entries).join(',\n');
  return `{"kinds":{\n${block(kinds)}\n},"definitions":{\n${block(definitions)}\n}}\n`;
}

function lines(entries: object): string[] {
  return Object.entries(entries)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(sorted(value))}`);
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

writeFileSync('imports/kubernetes-1.27.schema.json', serialize(kubernetesSchema()));
