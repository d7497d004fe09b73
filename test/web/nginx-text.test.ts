import { Bytes } from '../../lib/core';
import { block, comment, fileOf, part, sizeOf } from '../../lib/web/nginx-text';

test('sizes are exact, in the largest unit that NGINX knows', () => {
  expect(['1', '1023', '1Ki', '1536Ki', '1Mi', '2Gi', '1M'].map((text) => sizeOf(Bytes.parse(text)))).toEqual([
    '1',
    '1023',
    '1k',
    '1536k',
    '1m',
    '2048m',
    '1000000',
  ]);
});

test('blocks are indented, parts set off by an empty line without blanks', () => {
  expect(fileOf(part('Whole.', block('http', part('Part.', ['a;'], block('b', ['c;'])), part('Empty.', []))))).toBe(
    ['# Whole.', 'http {', '    # Part.', '    a;', '    b {', '        c;', '    }', '}', ''].join('\n'),
  );
  expect(fileOf(['a;'], part('Next.', ['b;']))).toBe('a;\n\n# Next.\nb;\n');
});

test('no line of a comment is read as a directive', () => {
  expect(comment('one\ntwo; three')).toEqual(['# one', '# two; three']);
});
