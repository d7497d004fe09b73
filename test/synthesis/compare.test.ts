import fc from 'fast-check';
import { compareTrees } from '../../lib/synthesis';

const tree = (files: Readonly<Record<string, string>>): ReadonlyMap<string, string> => new Map(Object.entries(files));
const compare = (
  expected: Readonly<Record<string, string>>,
  found: Readonly<Record<string, string>>,
): readonly string[] => compareTrees('dist', tree(expected), tree(found));

test('a file that is missing, one that is stale and one that is changed are each named, with the way out', () => {
  const differences = compare({ a: 'same\n', b: 'gone\n', c: 'x\ny\n' }, { a: 'same\n', c: 'x\nz\n', d: 'old\n' });
  expect(differences.map((text) => text.split('\n')[0])).toEqual([
    'dist/b: is missing',
    'dist/c:2: is not what synth writes',
    'dist/d: is stale: nothing makes this file any more',
  ]);
  for (const text of differences) expect(text).toContain('npm run synth');
});

test('the first line that differs is shown both ways', () => {
  expect(compare({ a: 'x\nnew\nz\n' }, { a: 'x\nold\nz\n' })[0]).toMatch(/a:2:.*\n +got +old\n +expected +new\n/);
});

test.each([
  ['a\n', 'a', 2, 'the end of the file', ''],
  ['a', 'a\n', 2, '', 'the end of the file'],
  ['a\nb\n', 'a\n', 2, '', 'b'],
])('expected %j, found %j differ at line %i', (expected, found, line, got, wanted) => {
  const [text] = compare({ a: expected }, { a: found });
  expect(text).toContain(`dist/a:${line}:`);
  expect(text).toContain(`    got       ${got}\n    expected  ${wanted}\n`);
});

test('trees are the same exactly when nothing is said', () => {
  const files = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('', '\n', 'x', 'x\n', 'x\r\n'));
  fc.assert(
    fc.property(files, files, (one, other) => {
      const same = JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
      expect(compare(one, other).length === 0).toBe(same);
    }),
  );
});
