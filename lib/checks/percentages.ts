/** A number, or the share of `total` that a percentage stands for; undefined when it is neither. */
export function shareOf(
  value: number | string | undefined,
  total: number,
  round: (number: number) => number,
): number | undefined {
  if (typeof value === 'number') return value;
  const [, percent] = /^(\d+)%$/.exec(value ?? '') ?? [];
  return percent === undefined ? undefined : round((total * Number(percent)) / 100);
}
