import type { KubernetesObject } from '../../../lib/contracts';
import { Manifests } from '../../../lib/checks/manifests';
import type { Finding } from '../../../lib/checks/rule';
import { validSchema } from '../../../lib/checks/rules/valid-schema';
import { nameOf, set } from '../table';
import { changedManifest, changeOf, faults, goodManifests } from './manifest-files';

describe('good manifests', () => {
  test.each(goodManifests().map((object) => [nameOf(object), object] as const))('%s', (_, object) => {
    expect(findingsOf(object)).toEqual([]);
  });

  test('are of many kinds', () => {
    expect(new Set(goodManifests().map(({ apiVersion, kind }) => `${apiVersion}/${kind}`)).size).toBeGreaterThan(40);
  });
});

describe('bad manifests: each fault is found in its place, for its reason, and nothing else is', () => {
  test.each(faults())('%s: %s', (object, _, fault) => {
    const findings = findingsOf(changedManifest(object, changeOf(object, fault)));
    expect(findings.map(({ at }) => at)).toEqual([fault.at ?? fault.remove ?? fault.set]);
    expect(findings[0]?.expected).toMatch(new RegExp(fault.expected));
  });

  test('what one ConfigMap cannot hold', () => {
    const findings = findingsOf(
      changedManifest('ConfigMap shop-app/api', set('ConfigMap shop-app/api', '/data/big', 'x'.repeat(2 ** 20))),
    );
    expect(findings.map(({ at, expected }) => `${at}: ${expected}`)).toEqual([
      '/data: at most 1048576 bytes in all values together',
    ]);
  });

  test('bytes of annotations are counted, not letters', () => {
    const findings = (letters: number): readonly Finding[] =>
      findingsOf(
        changedManifest(
          'Namespace shop-app',
          set('Namespace shop-app', '/metadata/annotations', { a: 'ü'.repeat(letters) }),
        ),
      );
    expect(findings(2 ** 17)).toEqual([]);
    expect(findings(2 ** 17 + 1)).toHaveLength(1);
  });

  test('a kind that the API does not have', () => {
    const [finding] = findingsOf({ apiVersion: 'apps/v1', kind: 'Deploymant', metadata: { name: 'a' } });
    expect(finding).toMatchObject({ at: '/kind', got: 'apps/v1/Deploymant' });
  });

  test.each(['constructor', '__proto__', 'toString'])(
    'a kind and a field called %s are unknown like any other',
    (name) => {
      expect(findingsOf({ apiVersion: 'v1', kind: name, metadata: { name: 'a' } })).toHaveLength(1);
      const spec = JSON.parse(`{ "${name}": {} }`) as object;
      const namespace: KubernetesObject = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a' }, spec };
      expect(findingsOf(namespace).map(({ at }) => at)).toEqual([`/spec/${name}`]);
    },
  );
});

function findingsOf(object: KubernetesObject): readonly Finding[] {
  const none = new Manifests([], { connections: [], promisedSecrets: [], prerequisites: [] });
  return validSchema.check({ object, origin: 'test', component: 'test' }, none);
}
