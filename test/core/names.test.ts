import fc from 'fast-check';
import { contentHash, imageSpelling, isDnsLabel, maxNameLength, objectName, versionLabel } from '../../lib/core';

const part = fc.stringMatching(/^[a-z]([-a-z0-9]{0,40}[a-z0-9])?$/);
const long = fc.stringMatching(/^[a-z][-a-z0-9]{60,90}[a-z0-9]$/);

test('names are legal for the strictest kind, however long their parts are', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      expect(isDnsLabel(objectName(...parts))).toBe(true);
    }),
  );
});

test('a name that fits is the parts themselves', () => {
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), (parts) => {
      const whole = parts.join('-');
      fc.pre(whole.length <= maxNameLength);
      expect(objectName(...parts)).toBe(whole);
    }),
  );
});

test('two names stay different when they are cut', () => {
  fc.assert(
    fc.property(long, part, part, (stem, a, b) => {
      fc.pre(a !== b);
      expect(objectName(stem, a)).not.toBe(objectName(stem, b));
    }),
  );
});

test('a cut name never ends its stem in a dash', () => {
  const [, stem = ''] = /^(.*)-[0-9a-f]{8}$/.exec(objectName(`${'a'.repeat(50)}-----`, 'b'.repeat(30))) ?? [];
  expect(stem).toBe('a'.repeat(50));
});

test.each(['1st', 'a_b', 'A', '-a', 'a-', '', 'a.b', 'a'.repeat(64)])('%j is no label of DNS', (name) => {
  expect(isDnsLabel(name)).toBe(false);
});

test('the hash of a text is the same everywhere, and another for another text', () => {
  expect(contentHash('')).toBe('e3b0c44298fc1c14');
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(contentHash(a) === contentHash(b)).toBe(a === b);
    }),
  );
});

test('any tag that an image may have becomes a legal label', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9_][-.A-Za-z0-9_]{0,127}$/), (tag) => {
      expect(tag === 'latest' || imageSpelling.tag.test(tag)).toBe(true);
      const value = versionLabel(tag)['app.kubernetes.io/version'] ?? '-';
      expect(value).toMatch(/^([A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?)?$/);
    }),
    { examples: [['_'], ['_1.2.3'], [`${'a'.repeat(62)}-b`]] },
  );
});
