import { bytes, cidr, cpu, duration, hostName } from './schema/values';

type Rewriting = (text: string) => string;

/** Habits of writing that are nearly right, by the pattern that refuses them. */
const habits: Readonly<Record<string, readonly Rewriting[]>> = {
  // Whole or broken cores.
  [cpu.pattern]: [(text) => (/^\d+(?:\.\d+)?$/.test(text) ? `${Math.round(Number(text) * 1000)}m` : text)],
  // Decimal units, and other spellings of the binary ones.
  [bytes.pattern]: [
    (text) =>
      text.replace(
        /^(\d+)\s*([mgt])(?:i|b|ib)?$/i,
        (_, digits: string, unit: string) => `${digits}${unit.toUpperCase()}i`,
      ),
  ],
  [duration.pattern]: [
    (text) => text.replace(/^(\d+)$/, '$1s'),
    (text) => text.replace(/^(\d+)\s*([smh])[a-z]*$/i, '$1$2').toLowerCase(),
    (text) => text.replace(/^(\d+)\s*d[a-z]*$/i, (_, days: string) => `${Number(days) * 24}h`),
  ],
  // One address instead of a block.
  [cidr.pattern]: [(text) => `${text}/32`, (text) => `${text}/128`],
  // A whole URL.
  [hostName.pattern]: [(text) => text.replace(/^https?:\/\//i, '').replace(/\/.*$/, '')],
};

const anywhere: readonly Rewriting[] = [
  (text) => text.trim(),
  (text) => text.trim().toLowerCase(),
  (text) => text.toLowerCase().replace(/[_\s]+/g, '-'),
];

/** What was probably meant by a text that a pattern refuses. */
export function correction(written: string, pattern: string): string | undefined {
  const accepted = new RegExp(pattern, 'u');
  const rewritings = [...(habits[pattern] ?? []), ...anywhere];
  return rewritings.map((rewrite) => rewrite(written)).find((text) => text !== written && accepted.test(text));
}
