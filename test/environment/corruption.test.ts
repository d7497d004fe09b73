import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EnvironmentErrors, readEnvironments } from '../../lib/environment';
import { withFolder } from './environment-folder';

const names = ['development.yaml', 'staging.yaml', 'production.yaml', 'images.yaml'];
const samples = new Map(names.map((name) => [name, readFileSync(join('environments', name), 'utf8')]));

/** One careless change of a text. */
type Corruption = (text: string) => string | Uint8Array;

const at = fc.double({ min: 0, max: 1, noNaN: true });
const place = (text: string, where: number): number => Math.floor(where * text.length);
const lineAt = (text: string, where: number): readonly [string[], number] => {
  const lines = text.split('\n');
  return [lines, Math.floor(where * (lines.length - 1))];
};

const rubbish = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '\t',
    ':',
    ': ',
    '- ',
    '&a',
    '*a',
    '!x ',
    '{',
    '}',
    '[',
    ']',
    '"',
    "'",
    '|',
    '>',
    '?',
    '#',
    '---\n',
    '...\n',
    '%',
    '@',
    '\n',
    '\r',
    '<<: ',
    '__proto__: ',
    'null',
    '~',
    '0',
    '-1',
    '1e400',
    '.nan',
    'true',
    '\u2028',
    '\u0000',
    '\ufeff',
  ),
);

const corruption: fc.Arbitrary<Corruption> = fc.oneof(
  fc.tuple(at, at).map(
    ([from, length]): Corruption =>
      (text) =>
        text.slice(0, place(text, from)) + text.slice(place(text, from) + Math.floor(length * 40)),
  ),
  fc.tuple(at, rubbish).map(
    ([where, extra]): Corruption =>
      (text) =>
        text.slice(0, place(text, where)) + extra + text.slice(place(text, where)),
  ),
  fc.tuple(at, rubbish).map(([where, value]): Corruption => (text) => {
    const [lines, index] = lineAt(text, where);
    return lines.map((line, i) => (i === index ? line.replace(/:.*$/, () => `: ${value}`) : line)).join('\n');
  }),
  at.map((where): Corruption => (text) => {
    const [lines, index] = lineAt(text, where);
    return lines.filter((_, i) => i !== index).join('\n');
  }),
  fc.tuple(at, at).map(([from, to]): Corruption => (text) => {
    const [lines, source] = lineAt(text, from);
    const [, target] = lineAt(text, to);
    return lines.toSpliced(target, 0, lines[source] ?? '').join('\n');
  }),
  fc.tuple(at, fc.integer({ min: 0, max: 8 })).map(([where, indent]): Corruption => (text) => {
    const [lines, index] = lineAt(text, where);
    return lines.map((line, i) => (i === index ? ' '.repeat(indent) + line.trimStart() : line)).join('\n');
  }),
  fc.tuple(at, fc.integer({ min: 0, max: 255 })).map(([where, byte]): Corruption => (text) => {
    const bytes = Buffer.from(text);
    bytes[Math.floor(where * (bytes.length - 1))] = byte;
    return bytes;
  }),
);

/** The fewest files that stand beside it in a folder without mistakes. */
const neighbors = (name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...samples].filter(([other]) => other === (name === 'images.yaml' ? 'staging.yaml' : 'images.yaml')),
  );

test('a corrupted file is read or refused with a place inside it, and never crashes the reader', () => {
  let refused = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...names),
      fc.array(corruption, { minLength: 1, maxLength: 3 }),
      (name, corruptions) => {
        const corrupted = corruptions.reduce<string | Uint8Array>(
          (text, corrupt) => corrupt(String(text)),
          samples.get(name) ?? '',
        );
        withFolder({ ...neighbors(name), [name]: corrupted }, (folder) => {
          try {
            readEnvironments(folder);
          } catch (error) {
            if (!(error instanceof EnvironmentErrors)) throw error;
            refused += 1;
            const lines = String(corrupted).split(/\n/);
            expect(error.problems.length).toBeGreaterThan(0);
            for (const problem of error.problems) {
              const line = lines[problem.line - 1];
              expect(names.map((file) => join(folder, file))).toContain(problem.file);
              if (problem.file === join(folder, name))
                expect(problem.column).toBeLessThanOrEqual((line?.length ?? -1) + 1);
              expect(Math.min(problem.line, problem.column)).toBeGreaterThanOrEqual(1);
            }
          }
        });
      },
    ),
    { numRuns: 200 },
  );
  // Most corruptions are mistakes: a reader that accepts everything would pass the rest of this test.
  expect(refused).toBeGreaterThan(80);
});
