/** A value as a message shows it: short, on one line, and never the content of a collection. */
export function wordsFor(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'no value';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return Object.keys(value).length === 0 ? 'an empty mapping' : 'a mapping';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return 'something else';
  if (value.length > longest) return `a text of ${value.length} characters`;
  return JSON.stringify(value);
}

/** The longest text that still reads as part of a line. */
const longest = 80;
