import type { BrokenEdit, BrokenText } from './broken-table';
import { testEdits, testTexts } from './broken-table';
import { edited, reportOn, smallest } from './environment-folder';

const edits: readonly BrokenEdit[] = [
  [
    'a key twice',
    'namespacePrefix: demo',
    'name: demo\nnamespacePrefix: demo',
    '2:1: the file: found a key that was there before; expected each key once; fix: keep one of the two and delete the other',
  ],
  [
    'a key twice does not hide the other mistakes',
    'zones: 1',
    'zones: 1\n  zones: 0',
    '7:10: cluster.zones: found 0; ',
    '8:3: the file: found a key that was there before; ',
  ],
  ['a tab', '  region', '\tregion', '6:1: the file: found a tab; expected spaces; fix: indent with two spaces'],
  [
    'a value and a block under it',
    'exposure:',
    'exposure: open',
    '10:11: the file: found a second key in the line; expected one key, or a value in quotes',
  ],
  [
    'a bracket that stays open',
    '[10.96.0.1/32]',
    '[10.96.0.1/32',
    '10:1: the file: found flow sequence in block collection must be sufficiently indented and end with a ]; expected the same indentation within a level, and every bracket closed',
  ],
  [
    'a quote that stays open',
    'domain: demo.example.com',
    'domain: "demo.example.com',
    '26:1: the file: found missing closing "quote; expected a complete value; fix: add the missing character',
  ],
  [
    'a line without a colon',
    'domain: demo.example.com',
    'domain',
    "3:1: the file: found a line without ':'; expected 'key: value'",
  ],
  [
    'a character that must be quoted',
    'className: traefik',
    'className: @traefik',
    '12:14: the file: found plain value cannot start with reserved character @; expected a value; fix: put the value in quotes',
  ],
  [
    'an escape that does not exist',
    'className: traefik',
    'className: "\\q"',
    '12:15: the file: found invalid escape sequence \\q; expected an escape that JSON knows; fix: use single quotes',
  ],
  [
    'an anchor that does not exist',
    'className: traefik',
    'className: *class',
    '12:14: the file: found the alias *class; expected an anchor &class before it; fix: write the value out',
  ],
  [
    'a tag',
    'className: traefik',
    'className: !vault traefik',
    '12:14: the file: found unresolved tag: !vault; expected a plain value; fix: remove the tag',
  ],
];

/** Each line holds the one before it ten times: three gigabytes when it is written out. */
const bomb = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  .concat(
    ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map(
      (name, index) =>
        `${name}: &${name} [${Array(10)
          .fill(`*${'abcdefgh'.charAt(index)}`)
          .join(', ')}]`,
    ),
  )
  .join('\n');

const texts: readonly BrokenText[] = [
  [
    'two mistakes of grammar far from one another',
    smallest.replace('name: demo', 'name: @demo').replace('className: traefik', 'className: @traefik'),
    '1:7: the file: found plain value cannot start with reserved character @; ',
    '12:14: the file: found plain value cannot start with reserved character @; ',
  ],
  [
    'an empty file',
    '',
    '1:1: the file: found an empty file; expected a mapping of keys to values; fix: copy a neighboring file and change what differs',
  ],
  ['only comments', '# later\n', '1:1: the file: found an empty file; '],
  ['only the start of a document', '---\n', '1:4: the file: found an empty file; '],
  [
    'a list',
    '- name: demo\n',
    "1:1: the file: found a list; expected a mapping of keys to values; fix: start each line with a key, as in 'name: staging'",
  ],
  ['a sentence', 'to be done\n', '1:1: the file: found a single value; '],
  [
    'a second document',
    `${smallest}---\n${smallest}`,
    "26:1: the file: found a second document; expected one; fix: remove the '---', or make it a file of its own",
  ],
  [
    'another version of YAML',
    `%YAML 1.1\n---\n${smallest}`,
    "1:1: the file: found a %YAML directive; expected YAML 1.2 without saying so; fix: remove the line and the '---' after it",
  ],
  [
    'a tag that YAML knows',
    edited(smallest, 'redis:', 'services: !!set { backend }\nredis:'),
    '22:11: the file: found unresolved tag: tag:yaml.org,2002:set; expected a plain value; fix: remove the tag',
  ],
  [
    'a byte order mark does not shift the columns',
    `\ufeff${edited(smallest, 'name: demo', 'name: other')}`,
    '1:1: the file: found a byte order mark; ',
    '1:7: name: found "other"; ',
  ],
  ['a key that is a list', '? [a, b]\n: c\n', '1:3: the file: found a key that is no text; expected a name; '],
  [
    'an alias inside its own anchor',
    'a: &a [*a]\n',
    '1:8: the file: found the alias *a of something that holds aliases; expected an anchor without aliases in it; fix: write the value out',
  ],
  [
    'nesting that the schemas do not know',
    `a: ${'{ a: '.repeat(20)}1${' }'.repeat(20)}\n`,
    '1:84: the file: found more than 16 levels; expected fewer; fix: remove what is nested too deeply',
  ],
  [
    'more aliases than anyone needs',
    `a: &a x\nb: [${Array(30).fill('*a').join(', ')}]\n`,
    '2:85: the file: found more than 20 aliases; expected fewer',
  ],
  [
    'a file that is no description',
    'x'.repeat(300_000),
    '1:1: the file: found 300000 bytes; expected at most 65536; fix: keep only what differs between environments',
  ],
  ['Windows-1252', Buffer.from('name: caf\xe9\n', 'latin1'), '1:10: the file: found the byte 0xe9; expected UTF-8; '],
  [
    'UTF-16',
    Buffer.from('\ufeffname: demo\n', 'utf16le'),
    '1:1: the file: found the byte 0xff; expected UTF-8; fix: save the file as UTF-8',
  ],
  [
    'a character cut off at the end',
    Buffer.from([...Buffer.from('a: b\n# '), 0xe2, 0x82]),
    '2:3: the file: found the byte 0xe2; expected UTF-8; ',
  ],
  [
    'a byte order mark',
    `\ufeff${smallest}`,
    '1:1: the file: found a byte order mark; expected plain UTF-8; fix: save the file as UTF-8 without BOM',
  ],
];

describe('edits', () => {
  testEdits(edits);
});
describe('whole files', () => {
  testTexts(texts);
});

test('an anchor bomb is refused before it is written out', () => {
  const report = reportOn({ 'demo.yaml': bomb });
  expect(report.length).toBeGreaterThan(0);
  for (const line of report)
    expect(line).toMatch(/^demo\.yaml:\d+:\d+: the file: found (?:the alias|more than 20 aliases)/);
});

test.each(['[', '{', '- ', '? ', '{a: [', '- - [', "'': {"])(
  'nesting of %j without end is refused before it exhausts the stack',
  (level) => {
    expect(reportOn({ 'demo.yaml': level.repeat(10_000) })).toEqual([
      expect.stringMatching(/^demo\.yaml:1:\d+: the file: found more than 16 levels; expected fewer; fix: /),
    ]);
  },
);

test('line ends of Windows are no mistake', () => {
  expect(reportOn({ 'demo.yaml': smallest.replaceAll('\n', '\r\n') })).toEqual([]);
});

test('a few aliases of plain values are no mistake', () => {
  const shared = edited(
    edited(smallest, 'className: traefik', 'className: &name traefik'),
    'controllerNamespace: traefik',
    'controllerNamespace: *name',
  );
  expect(reportOn({ 'demo.yaml': shared })).toEqual([]);
});
