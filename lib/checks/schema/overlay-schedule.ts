import type { Schema } from './schema';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const second = '[0-5]?\\d';
const minute = '[0-5]?\\d';
const hour = '([01]?\\d|2[0-3])';
const dayOfMonth = '(0?[1-9]|[12]\\d|3[01])';
const month = `(0?[1-9]|1[0-2]|${months.map(anyCase).join('|')})`;
const dayOfWeek = `([0-6]|${days.map(anyCase).join('|')})`;
const named = '@(yearly|annually|monthly|weekly|daily|midnight|hourly)|@every \\S+';

/** When a CronJob runs: five fields, as the parser of kube-controller-manager (robfig/cron) reads them. */
export const fiveFieldSchedule: Schema = {
  pattern: schedule(minute, hour, dayOfMonth, month, dayOfWeek),
  description: 'five fields as in "30 2 * * 1-5": minute, hour, day of month, month, day of week (Sunday is 0)',
};

/** When CloudNativePG backs up: the same with seconds first. */
export const sixFieldSchedule: Schema = {
  pattern: schedule(second, minute, hour, dayOfMonth, month, dayOfWeek),
  description: 'six fields as in "0 30 2 * * *": second, minute, hour, day of month, month, day of week',
};

function schedule(...values: readonly string[]): string {
  return `^(${values.map(list).join(' +')}|${named})$`;
}

/** `*`, a value or a range, perhaps with a step; or several of them. */
function list(value: string): string {
  const part = `([*?]|${value}(-${value})?)(/[1-9]\\d*)?`;
  return `${part}(,${part})*`;
}

/** JSON Schema's patterns have no flag for ignoring case. */
function anyCase(word: string): string {
  return Array.from(word, (letter) => `[${letter.toUpperCase()}${letter}]`).join('');
}
