import fc from 'fast-check';
import { parse } from 'yaml';
import { toYaml } from '../../lib/synthesis';
import { treacherousTexts, yamlValues } from './yaml-values';

const versions = ['1.1', '1.2'] as const;

describe.each(versions)('for a reader of YAML %s', (version) => {
  const read = (document: string): unknown => parse(document, { version, strict: true, uniqueKeys: true });

  test.each(treacherousTexts.map((text) => [JSON.stringify(text), text]))('%s stays text', (_, text) => {
    expect(read(toYaml({ spec: text }))).toEqual({ spec: text });
    expect(read(toYaml({ spec: [text, [text]] }))).toEqual({ spec: [text, [text]] });
    expect(read(toYaml({ [text]: 'value' }))).toEqual({ [text]: 'value' });
  });

  test('any object reads back equal', () => {
    fc.assert(
      fc.property(yamlValues, (value) => {
        expect(read(toYaml(value))).toEqual(value);
      }),
      { numRuns: 1000 },
    );
  });
});

// The reader of this test takes them for text; these do not: PyYAML (=), go-yaml (0b_1, 1__0).
test.each(['=', '0b_1', '1__0', 'y', 'N'])('%s is quoted for readers that take it for something else', (text) => {
  expect(toYaml({ spec: text })).toBe(`spec: "${text}"\n`);
});

test('a number with an exponent has a point, without which PyYAML takes it for text', () => {
  expect(toYaml({ spec: [1e21, 1.5e-7, -0] })).toBe('spec:\n  - 1.0e+21\n  - 1.5e-7\n  - 0\n');
});

describe('for a reviewer', () => {
  test.each(['web', 'a b', '10.0.0.1', '128Mi', '50%', '--config=/etc/a.conf', 'https://a.example/b?c=d', 'a:b', 'ß'])(
    '%s needs no quotes',
    (text) => {
      expect(toYaml({ [text]: text })).toBe(`${text}: ${text}\n`);
    },
  );

  test('a configuration file stands as it is, line by line', () => {
    const file = 'server {\n  listen 8080;\n\n\tlocation / { return 200 "ok: # \'yes\'"; }  \n}\n';
    const lines = toYaml({ data: { 'nginx.conf': file } }).split('\n');
    expect(lines[1]).toBe('  nginx.conf: |');
    expect(lines.slice(2).map((line) => line.replace(/^ {4}/, ''))).toEqual(file.split('\n'));
  });

  test('lines are never folded', () => {
    const long = 'word '.repeat(200) + 'end';
    expect(
      toYaml({ long, quoted: `${long}: ` })
        .trimEnd()
        .split('\n'),
    ).toHaveLength(2);
  });

  test('what a thing is comes first, the rest follows the alphabet, in whatever order it was given', () => {
    const value = {
      spec: { b: [{ z: 1, name: 'n', a: 2 }], a: {} },
      metadata: { labels: {}, uid: 'u', name: 'n' },
      kind: 'K',
      apiVersion: 'v1',
    };
    expect(toYaml(value).match(/\w+(?=:)/g)).toEqual([
      'apiVersion',
      'kind',
      'metadata',
      'name',
      'labels',
      'uid',
      'spec',
      'a',
      'b',
      'name',
      'a',
      'z',
    ]);
    const shuffled = (tree: unknown): unknown => {
      if (Array.isArray(tree)) return tree.map(shuffled);
      if (typeof tree !== 'object' || tree === null) return tree;
      return Object.fromEntries(
        Object.entries(tree)
          .reverse()
          .map(([key, inner]) => [key, shuffled(inner)]),
      );
    };
    fc.assert(
      fc.property(yamlValues, (any) => {
        expect(toYaml(shuffled(any) as typeof any)).toBe(toYaml(any));
      }),
    );
  });
});

test('undefined fields are left out, and a map of nothing else is empty', () => {
  expect(toYaml({ a: undefined, b: { c: undefined }, d: 1 })).toBe('b: {}\nd: 1\n');
});

test.each([
  ['NaN', NaN, 'NaN'],
  ['infinity', -Infinity, '-Infinity'],
  ['a function', (): number => 1, '=>'],
  ['a date', new Date(0), 'an instance of Date'],
  ['a big integer', 10n, '10'],
  ['half a surrogate pair', '\ud83d', 'half a surrogate pair'],
])('fails for %s, and says where', (_, value, words) => {
  expect(() => toYaml({ spec: { 'a/b': [1, value] } })).toThrow(`/spec/a~1b/1: a manifest cannot hold`);
  expect(() => toYaml({ spec: { 'a/b': [1, value] } })).toThrow(words);
});

test('fails for undefined in a list, and for a key that readers cannot find the end of', () => {
  expect(() => toYaml({ spec: [undefined] })).toThrow('/spec/0: a manifest cannot hold undefined');
  expect(() => toYaml({ spec: { ['k'.repeat(1001)]: 1 } })).toThrow('a key of more than 1000 characters');
});
