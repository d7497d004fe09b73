import { join } from 'node:path';
import { inspect } from 'node:util';
import { EnvironmentErrors, readEnvironments } from '../../lib/environment';
import type { Files } from './environment-folder';
import { edited, oneImage, reportOn, smallest, withFolder } from './environment-folder';

/** A second environment that is in nobody's way. */
const other = edited(
  edited(smallest, 'name: demo\n', 'name: other\n'),
  'namespacePrefix: demo',
  'namespacePrefix: other',
).replace('demo.example.com', 'other.example.com');
const stored = (text: string, path: string): string =>
  edited(
    text,
    'provider: generated',
    `provider: external-secrets\n  store: { kind: ClusterSecretStore, name: vault }\n  path: ${path}`,
  );

const folders: readonly (readonly [name: string, files: Files, ...starts: string[]])[] = [
  ['no environment', {}, '.:1:1: the file: found no environment; expected at least one file <name>.yaml; '],
  [
    'the other ending',
    { 'demo.yml': smallest },
    'demo.yml:1:1: the file: found a file that ends in .yml; expected the ending .yaml; fix: rename it',
  ],
  [
    'a folder in the place of a file',
    { 'demo.yaml': null },
    'demo.yaml:1:1: the file: found that it cannot be read (EISDIR); expected a file; ',
  ],
  [
    'no catalogue',
    { 'demo.yaml': smallest, 'images.yaml': null },
    'images.yaml:1:1: the file: found that it cannot be read (EISDIR); ',
  ],
  [
    'an empty catalogue',
    { 'demo.yaml': smallest, 'images.yaml': 'images: {}\n' },
    'images.yaml:1:9: images: found an empty mapping; expected at least one key; ',
  ],
  [
    'an image without a registry',
    { 'demo.yaml': smallest, 'images.yaml': edited(oneImage, 'registry.example.com/team/web', 'team/web') },
    'images.yaml:3:17: images.web.repository: found "team/web"; expected a registry and a repository in small letters; fix: write it like docker.io/library/postgres',
  ],
  [
    'a tag that moves',
    { 'demo.yaml': smallest, 'images.yaml': edited(oneImage, '1.2.3', 'latest') },
    `images.yaml:4:10: images.web.tag: found "latest"; expected a tag other than 'latest'; `,
  ],
  [
    'a tag that YAML reads as a number',
    { 'demo.yaml': smallest, 'images.yaml': edited(oneImage, '1.2.3', '1.5') },
    "images.yaml:4:10: images.web.tag: found 1.5; expected a tag other than 'latest'; fix: put it in quotes: '1.5'",
  ],
  [
    'no digest',
    { 'demo.yaml': smallest, 'images.yaml': oneImage.replace(/ {4}digest.*\n/, '') },
    'images.yaml:2:3: images.web.digest: found nothing; expected sha256: and 64 hexadecimal digits; ',
  ],
  [
    'a digest cut short',
    { 'demo.yaml': smallest, 'images.yaml': oneImage.replace(/cdef\n/, '\n') },
    'images.yaml:5:13: images.web.digest: found "sha256:',
  ],
  [
    'two digests for one tag',
    {
      'demo.yaml': smallest,
      'images.yaml':
        oneImage + oneImage.replace('images:\n', '').replace('web:', 'site:').replace('sha256:0', 'sha256:f'),
    },
    'images.yaml:9:13: images.site.digest: found "sha256:f',
  ],
  [
    'one domain for two',
    { 'demo.yaml': smallest, 'other.yaml': edited(other, 'other.example.com', 'demo.example.com') },
    'other.yaml:3:9: domain: found "demo.example.com", which demo.yaml:3 has as its domain too; expected a domain of its own; ',
  ],
  [
    'one prefix for two in one cluster',
    { 'demo.yaml': smallest, 'other.yaml': edited(other, 'namespacePrefix: other', 'namespacePrefix: demo') },
    'other.yaml:2:18: namespacePrefix: found "demo", which demo.yaml:2 has as its namespacePrefix too; expected a prefix of its own',
  ],
  [
    'one path of secrets for two',
    { 'demo.yaml': stored(smallest, 'shop/all'), 'other.yaml': stored(other, 'shop/all') },
    'other.yaml:19:9: secrets.path: found "shop/all", which demo.yaml:19 has as its secrets.path too; expected a path of its own in the store',
  ],
];

test.each(folders.map(([name, files, ...starts]) => ({ name, files, starts })))('$name', ({ files, starts }) => {
  const report = reportOn(files);
  expect(report.map((line, index) => line.slice(0, starts[index]?.length))).toEqual(starts);
});

const accepted: readonly (readonly [string, Files])[] = [
  ['two environments', { 'demo.yaml': smallest, 'other.yaml': other }],
  [
    'one prefix in two clusters',
    {
      'demo.yaml': smallest,
      'other.yaml': edited(
        edited(other, 'namespacePrefix: other', 'namespacePrefix: demo'),
        'region: here',
        'region: there',
      ),
    },
  ],
  ['two paths in one store', { 'demo.yaml': stored(smallest, 'shop/demo'), 'other.yaml': stored(other, 'shop/other') }],
  [
    'files that are none of its business',
    { 'demo.yaml': smallest, '.#demo.yaml': 'a lock', 'README.md': '# notes', 'environment.schema.json': '{' },
  ],
];
test.each(accepted)('no mistake: %s', (_, files) => {
  expect(reportOn(files)).toEqual([]);
});

test('a folder that does not exist', () => {
  expect(() => readEnvironments(join('no', 'such', 'folder'))).toThrow(
    /^1 mistake .*\nno\/such\/folder:1:1: the file: found that it cannot be read \(ENOENT\); expected that it exists; fix: create it.*$/,
  );
});

test('all mistakes of all files come in one run, by file, line and column', () => {
  const report = reportOn({
    'b.yaml': edited(smallest, 'zones: 1', 'zones: 0').replace('memory: 512Mi', 'memory: lots'),
    'a.yaml': '- list\n',
    'B.yaml': `\tname: x\n`,
    'ä.yaml': '',
    'images.yaml': edited(oneImage, '1.2.3', 'latest'),
  });
  expect(report.map((line) => line.replace(/^([^:]+:\d+):.*$/, '$1'))).toEqual([
    'B.yaml:1',
    'a.yaml:1',
    'b.yaml:1',
    'b.yaml:7',
    'b.yaml:21',
    'images.yaml:4',
    'ä.yaml:1',
  ]);
});

test('the error counts its mistakes and holds them as data', () => {
  const error = withFolder(
    { 'demo.yaml': edited(smallest, 'zones: 1', 'zones: 0'), 'images.yaml': oneImage },
    (folder) => {
      try {
        readEnvironments(folder);
      } catch (caught) {
        return caught;
      }
      return undefined;
    },
  );
  expect(error).toBeInstanceOf(EnvironmentErrors);
  const { message, problems } = error as EnvironmentErrors;
  expect(message).toMatch(/^1 mistake in the environment files\n/);
  expect(problems).toEqual([expect.objectContaining({ line: 7, column: 10, path: ['cluster', 'zones'], found: '0' })]);
});

test('a runtime that prints the error prints each mistake once, and no trace of the program', () => {
  const error = new EnvironmentErrors([
    { file: 'demo.yaml', line: 7, column: 10, path: ['zones'], found: '0', expected: 'more', fix: 'add one' },
  ]);
  expect(
    inspect(error)
      .replace(/^\[|\]$/g, '')
      .split('\n'),
  ).toEqual([
    'EnvironmentErrors: 1 mistake in the environment files',
    'demo.yaml:7:10: zones: found 0; expected more; fix: add one',
  ]);
});
