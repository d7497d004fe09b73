/** Thousandths of the unit, by suffix. Whole numbers, so that sums are exact. */
const thousandths: Readonly<Record<string, number>> = {
  m: 1,
  '': 1e3,
  k: 1e6,
  M: 1e9,
  G: 1e12,
  T: 1e15,
  P: 1e18,
  Ki: 1e3 * 2 ** 10,
  Mi: 1e3 * 2 ** 20,
  Gi: 1e3 * 2 ** 30,
  Ti: 1e3 * 2 ** 40,
  Pi: 1e3 * 2 ** 50,
};

const decimalSuffixes = ['P', 'T', 'G', 'M', 'k', '', 'm'];
const binarySuffixes = ['Pi', 'Ti', 'Gi', 'Mi', 'Ki', '', 'm'];

/** A quantity, read once: platforms use few different ones, many times. */
interface Parsed {
  readonly milli: number | undefined;
  readonly canonical: string | undefined;
}

const known = new Map<number | string, Parsed>();

/** A quantity in thousandths of its unit (millicores, thousandths of a byte); undefined when it is none. */
export function milliOf(quantity: number | string | undefined): number | undefined {
  return quantity === undefined ? undefined : parsed(quantity).milli;
}

/**
 * The form in which the API server keeps a quantity: no fraction, and the
 * largest suffix that allows it. Undefined when it is no quantity.
 */
export function canonicalQuantity(quantity: number | string): string | undefined {
  return parsed(quantity).canonical;
}

function parsed(quantity: number | string): Parsed {
  const remembered = known.get(quantity);
  if (remembered) return remembered;
  const [, digits, suffix = ''] = /^([+-]?\d+(?:\.\d+)?)([A-Za-z]*)$/.exec(String(quantity)) ?? [];
  const factor = thousandths[suffix];
  const milli = digits === undefined || factor === undefined ? undefined : Math.ceil(Number(digits) * factor);
  // Below 1,024 a binary quantity has no binary suffix that fits, and is kept as a decimal one.
  const binary = suffix.endsWith('i') && Math.abs(milli ?? 0) >= 1024e3;
  const found = { milli, canonical: milli === undefined ? undefined : showMilli(milli, binary ? 'binary' : 'decimal') };
  known.set(quantity, found);
  return found;
}

/** Thousandths of bytes or cores in the largest unit that keeps them whole. */
export function showMilli(milli: number, unit: 'binary' | 'decimal'): string {
  const suffixes = unit === 'binary' ? binarySuffixes : decimalSuffixes;
  const suffix = suffixes.find((name) => milli % (thousandths[name] ?? 1) === 0) ?? 'm';
  return milli === 0 ? '0' : `${String(milli / (thousandths[suffix] ?? 1))}${suffix}`;
}
