/** Habits of writing that are nearly right, each with what was probably meant. */
const rewritings: readonly ((text: string) => string)[] = [
  (text) => text.trim(),
  (text) => text.trim().toLowerCase(),
  // Whole or broken cores.
  (text) => (isFigure(text) ? `${Math.round(Number(text) * 1000)}m` : text),
  // Decimal units and other spellings of the binary ones.
  (text) =>
    text.replace(
      /^(\d+)\s*(m|g|t)(?:i|b|ib)?$/i,
      (_, digits: string, unit: string) => `${digits}${unit.toUpperCase()}i`,
    ),
  (text) => (isFigure(text) ? `${text}Mi` : text),
  // Spans of time.
  (text) =>
    text.replace(/^(\d+)\s*(s|m|h)[a-z]*$/i, (_, digits: string, unit: string) => `${digits}${unit.toLowerCase()}`),
  (text) => (isFigure(text) ? `${text}s` : text),
  (text) => text.replace(/^(\d+)d$/, (_, days: string) => `${Number(days) * 24}h`),
  // One address instead of a block.
  (text) => (text.includes(':') ? `${text}/128` : `${text}/32`),
  (text) => text.replace(/^https?:\/\//i, '').replace(/\/.*$/, ''),
  (text) => text.toLowerCase().replace(/[_\s]+/g, '-'),
];

/** What was probably meant by a text that a pattern refuses. */
export function correction(written: string, pattern: string): string | undefined {
  const accepted = new RegExp(pattern, 'u');
  return rewritings.map((rewrite) => rewrite(written)).find((text) => text !== written && accepted.test(text));
}

function isFigure(text: string): boolean {
  return /^\d+(?:\.\d+)?$/.test(text);
}
