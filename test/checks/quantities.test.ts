import * as fc from 'fast-check';
import { canonicalQuantity, milliOf, showMilli } from '../../lib/checks/quantities';

test.each([
  ['250m', 250],
  ['0.25', 250],
  [2, 2000],
  ['1k', 1_000_000],
  ['1Ki', 1_024_000],
  ['1.5Gi', 1.5 * 2 ** 30 * 1000],
  ['0', 0],
])('%s is %d thousandths', (quantity, expected) => {
  expect(milliOf(quantity)).toBe(expected);
});

test.each(['', '1 Gi', '1GB', 'Gi', '1.2.3', 'lots'])('%j is no quantity', (text) => {
  expect(milliOf(text)).toBeUndefined();
  expect(canonicalQuantity(text)).toBeUndefined();
});

test.each([
  ['0.5', '500m'],
  ['1000m', '1'],
  ['1500m', '1500m'],
  [2, '2'],
  ['1024Mi', '1Gi'],
  ['1.5Gi', '1536Mi'],
  ['1000Mi', '1000Mi'],
  ['1000', '1k'],
  ['512', '512'],
  ['0.5Ki', '512'],
  ['0Gi', '0'],
])('the API server keeps %s as %s', (quantity, expected) => {
  expect(canonicalQuantity(quantity)).toBe(expected);
});

test('the canonical form is of the same size, and canonical itself', () => {
  const suffix = fc.constantFrom('m', '', 'k', 'M', 'G', 'Ki', 'Mi', 'Gi', 'Ti');
  fc.assert(
    fc.property(fc.nat({ max: 4000 }), suffix, (number, unit) => {
      const quantity = `${number}${unit}`;
      const canonical = canonicalQuantity(quantity) ?? '';
      expect(milliOf(canonical)).toBe(milliOf(quantity));
      expect(canonicalQuantity(canonical)).toBe(canonical);
    }),
  );
});

test('sizes are shown in the unit that a reader expects', () => {
  expect([showMilli(2 ** 30 * 1000, 'binary'), showMilli(1500, 'decimal'), showMilli(0, 'binary')]).toEqual([
    '1Gi',
    '1500m',
    '0',
  ]);
});
