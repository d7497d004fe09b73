import { parseManifests } from '../../lib/synthesis';

const object = 'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n';
const parse = (files: Readonly<Record<string, string>>): ReturnType<typeof parseManifests> =>
  parseManifests('staging', new Map(Object.entries(files)));

test('the files of one environment become manifests: origin is the file, component the folder', () => {
  const manifests = parse({
    'README.md': '# Index\n',
    'staging/web/configmap-a.yaml': object,
    'staging/web/notes.txt': 'none of ours',
    'production/web/configmap-b.yaml': object,
  });
  expect(manifests).toEqual([
    {
      object: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'a' } },
      origin: 'staging/web/configmap-a.yaml',
      component: 'web',
    },
  ]);
});

const anchors = 'spec: &a [x]\nother: *a\n';
test.each([
  ['broken YAML', `${object}spec: [1\n`, /a\.yaml:\d+:\d+: /],
  ['a key twice', `${object}kind: Secret\n`, /a\.yaml:5:1: .*unique/],
  ['an alias', `${object}${anchors}`, /a\.yaml: .*alias/i],
  ['a tag that is unknown', `${object}spec: !secret x\n`, /a\.yaml:5:7: .*!secret/],
  ['several documents', `${object}---\n${object}`, /a\.yaml: holds several documents/],
  ['no document', '', /a\.yaml: holds nothing/],
  ['a list', '- a\n', /a\.yaml: holds no Kubernetes object/],
  [
    'an object without a name',
    'apiVersion: v1\nkind: ConfigMap\nmetadata: {}\n',
    /a\.yaml: holds no Kubernetes object/,
  ],
  ['a name that is a number', object.replace('name: a', 'name: 1'), /a\.yaml: holds no Kubernetes object/],
])('fails for %s', (_, text, message) => {
  expect(() => parse({ 'staging/web/a.yaml': text })).toThrow(message);
});

test('all bad files come in one error', () => {
  expect(() => parse({ 'staging/web/a.yaml': '', 'staging/web/b.yaml': '- b\n' })).toThrow(/a\.yaml[^]*b\.yaml/);
});
