import fc from 'fast-check';
import { Bytes, Cpu, resourcesOf, secondsOf } from '../../lib/core';

/** What Kubernetes understands by the suffixes, written a second time on purpose. */
const meaning = {
  '': 1,
  k: 1000,
  M: 1000 ** 2,
  G: 1000 ** 3,
  T: 1000 ** 4,
  Ki: 1024,
  Mi: 1024 ** 2,
  Gi: 1024 ** 3,
  Ti: 1024 ** 4,
};
const suffix = fc.constantFrom(...(Object.keys(meaning) as (keyof typeof meaning)[]));
const amount = fc.integer({ min: 0, max: 4096 });

test('bytes mean what Kubernetes understands by them', () => {
  fc.assert(
    fc.property(amount, suffix, (number, unit) => {
      expect(Bytes.parse(`${number}${unit}`).value).toBe(number * meaning[unit]);
    }),
  );
});

test('bytes print as they are parsed, in the largest unit that keeps them whole', () => {
  fc.assert(
    fc.property(amount, suffix, (number, unit) => {
      const bytes = Bytes.parse(`${number}${unit}`);
      const [, digits, printed = ''] = /^(\d+)([KMGT]i|)$/.exec(bytes.toString()) ?? [];
      expect(Bytes.parse(bytes.toString()).value).toBe(bytes.value);
      // What is whole in a unit and reaches 1,024 of it would be whole in the next one, or has an odd part.
      expect(Number(digits) % 1024 === 0 && Number(digits) > 0 && printed !== 'Ti').toBe(false);
    }),
  );
});

test('processor time prints as it is parsed, and a thousand thousandths are a core', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 64_000 }), (millis) => {
      expect(Cpu.parse(Cpu.millis(millis).toString()).millicores).toBe(millis);
      expect(Cpu.parse(`${millis}m`).millicores).toBe(millis);
      expect(Cpu.parse(String(millis)).millicores).toBe(millis * 1000);
    }),
  );
});

test('sums and multiples are those of the amounts', () => {
  fc.assert(
    fc.property(amount, amount, fc.integer({ min: 0, max: 9 }), (a, b, factor) => {
      expect(Bytes.mebi(a).plus(Bytes.mebi(b)).mebibytes).toBe(a + b);
      expect(Bytes.mebi(a).times(factor).mebibytes).toBe(a * factor);
      expect(Cpu.millis(a).plus(Cpu.millis(b)).times(factor).millicores).toBe((a + b) * factor);
    }),
  );
});

test('parts of a mebibyte are not counted', () => {
  expect(Bytes.mebi(3).plus(Bytes.of(2 ** 20 - 1)).mebibytes).toBe(3);
});

test.each(['', '12', '1.5Gi', '0.5'].map((text) => [text]))('%j: cores and bytes differ by spelling', (text) => {
  const parses = (of: { parse: (text: string) => unknown }): boolean => {
    try {
      of.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  expect([parses(Bytes), parses(Cpu)]).toEqual([/^\d/.test(text), /^[\d.]+$/.test(text)]);
});

test.each(['512mb', '1 Gi', '-1Gi', '1e3', 'Gi', '1Pi'])(
  'fails for %j as bytes, and shows how they are written',
  (text) => {
    expect(() => Bytes.parse(text)).toThrow(
      `'${text}' is no quantity of bytes; expected a number and Ki, Mi, Gi or Ti`,
    );
  },
);

test.each(['1 core', '-1', '250M', '.5', 'm'])(
  'fails for %j as processor time, and shows how it is written',
  (text) => {
    expect(() => Cpu.parse(text)).toThrow(`'${text}' is no amount of processor time; expected 250m`);
  },
);

test('time spans are counted in seconds', () => {
  expect(['45s', '2m', '3h', '1d'].map(secondsOf)).toEqual([45, 120, 10_800, 86_400]);
});

test.each(['', '5', '1.5h', '1h30m', '5w'])('fails for %j as a time span', (text) => {
  expect(() => secondsOf(text)).toThrow(`'${text}' is no time span; expected a whole number and s, m, h or d`);
});

test('a size that leaves the limit out may burst, and has room for its rotated logs', () => {
  const { cpu, cpuLimit, memory, ephemeralStorage } = resourcesOf({ cpu: '250m', memory: '1Gi' });
  expect(cpuLimit.millicores).toBeGreaterThan(cpu.millicores);
  expect(memory.toString()).toBe('1Gi');
  // The kubelet keeps five files of 10 MiB for each container.
  expect(ephemeralStorage.mebibytes).toBeGreaterThan(50);
  const told = resourcesOf({ cpu: '1', cpuLimit: '2', memory: '1Gi', ephemeralStorage: '3Gi' });
  expect([told.cpuLimit, told.ephemeralStorage].map(String)).toEqual(['2', '3Gi']);
});
