import type { KubernetesObject, Manifest } from '../../lib/contracts';
import { Manifests } from '../../lib/checks/manifests';
import { operatorPodsOf } from '../../lib/checks/operator-pods';
import { podGroups } from '../../lib/checks/pod-groups';

function manifest(kind: string, name: string, spec: object): Manifest {
  const object: KubernetesObject = {
    apiVersion: 'postgresql.cnpg.io/v1',
    kind,
    metadata: { name, namespace: 'shop-data' },
    spec,
  };
  return { object, origin: `data/${name}`, component: 'data' };
}

const cluster = manifest('Cluster', 'postgres', { inheritedMetadata: { labels: { team: 'shop' } } });
const pooler = manifest('Pooler', 'postgres-pool', { cluster: { name: 'postgres' } });
const all = new Manifests([cluster, pooler], { connections: [], promisedSecrets: [], prerequisites: [] });
const found = (labels: Record<string, string>): readonly string[] =>
  podGroups(all)
    .labeled('shop-data', labels)
    .map((group) => `${group.manifest.object.kind}: ${group.ports.map(({ number }) => number).join()}`);

describe('pods that an operator makes', () => {
  test('instances carry what the Cluster hands on, their role, and three ports', () => {
    expect(found({ 'cnpg.io/cluster': 'postgres', 'cnpg.io/podRole': 'instance' })).toEqual([
      'Cluster: 5432,9187,8000',
    ]);
    expect(found({ team: 'shop' })).toEqual(['Cluster: 5432,9187,8000']);
  });

  test('the jobs that prepare a volume are pods of their own and listen to nobody', () => {
    for (const job of ['initdb', 'join']) {
      expect(found({ 'cnpg.io/cluster': 'postgres', 'cnpg.io/jobRole': job })).toEqual(['Cluster: ']);
    }
  });

  test('pooler pods belong to the cluster too, but are no instances', () => {
    expect(found({ 'cnpg.io/poolerName': 'postgres-pool' })).toEqual(['Pooler: 5432,9127']);
    expect(found({ 'cnpg.io/cluster': 'postgres' })).toHaveLength(4);
  });

  test('every group of an object is found under it, and other kinds make none', () => {
    expect(podGroups(all).of(cluster)).toHaveLength(3);
    expect(operatorPodsOf(manifest('Database', 'backend', { cluster: { name: 'postgres' } }))).toEqual([]);
  });
});
