import { DescriptionError } from './errors';

const secondsPerUnit: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/**
 * The seconds of a time span with one unit: `300s`, `5m`, `1h`, `30d`.
 * @throws when the text is no such span
 */
export function secondsOf(text: string): number {
  const [, digits, unit = ''] = /^(\d+)([smhd])$/.exec(text) ?? [];
  const factor = secondsPerUnit[unit];
  if (digits === undefined || factor === undefined) {
    throw new DescriptionError(`'${text}' is no time span; expected a whole number and s, m, h or d, as in 300s`);
  }
  return Number(digits) * factor;
}
