import fc from 'fast-check';
import { layOut } from '../../lib/synthesis/layout';
import { manifest } from './platform-fixture';

const pathsOf = (...manifests: Parameters<typeof layOut>[1]): string[] => [...layOut('production', manifests).keys()];

test('environment, component, kind and name make the path', () => {
  expect(pathsOf(manifest('StatefulSet', 'shop-data', 'postgres', 'data'))).toEqual([
    'production/data/statefulset-postgres.yaml',
  ]);
});

test('the namespace is part of all paths of a component that spans several, and of no other', () => {
  const paths = pathsOf(
    manifest('Service', 'shop-web', 'edge'),
    manifest('Service', 'kube-system', 'edge'),
    manifest('ClusterRole', undefined, 'edge'),
    manifest('Service', 'shop-data', 'edge', 'data'),
  );
  expect(paths).toEqual([
    'production/web/service-shop-web-edge.yaml',
    'production/web/service-kube-system-edge.yaml',
    'production/web/clusterrole-edge.yaml',
    'production/data/service-edge.yaml',
  ]);
});

test('an object without a namespace does not make a component span several', () => {
  expect(pathsOf(manifest('Namespace', undefined, 'shop-web'), manifest('Service', 'shop-web', 'edge'))).toContain(
    'production/web/service-edge.yaml',
  );
});

test('names that a file cannot have everywhere are spelled with hyphens', () => {
  expect(pathsOf(manifest('ClusterRole', undefined, 'system:node/x'))).toEqual([
    'production/web/clusterrole-system-node-x.yaml',
  ]);
});

test.each([
  ['same kind and name', manifest('Service', 'a', 'edge'), manifest('Service', 'a', 'edge')],
  ['names that differ by case', manifest('Role', 'a', 'edge'), manifest('Role', 'a', 'Edge')],
  ['namespace and name that join to the same', manifest('Service', 'a', 'b-c'), manifest('Service', 'a-b', 'c')],
])('fails for %s', (_, one, other) => {
  expect(() => layOut('production', [one, other])).toThrow(
    new RegExp(`two objects cannot share a file[^]*${one.origin} and ${other.origin}[^]*rename one`),
  );
});

test('every object has a file of its own, below its component, whatever the order', () => {
  const word = fc.constantFrom('a', 'b', 'edge', 'web');
  const object = fc.tuple(fc.constantFrom('Service', 'Role'), fc.option(word, { nil: undefined }), word, word);
  const unique = fc.uniqueArray(object, { selector: (parts) => parts.join('/'), maxLength: 8 });
  fc.assert(
    fc.property(unique, (objects) => {
      // One name may be taken twice only where a namespace tells the two apart, which is what collisions are about.
      const manifests = objects.filter(([, namespace]) => namespace !== undefined).map((parts) => manifest(...parts));
      const forward = layOut('staging', manifests);
      const backward = layOut('staging', [...manifests].reverse());
      expect(forward.size).toBe(manifests.length);
      expect(new Map([...backward].sort())).toEqual(new Map([...forward].sort()));
      for (const [path, { component }] of forward) expect(path.startsWith(`staging/${component}/`)).toBe(true);
    }),
  );
});
