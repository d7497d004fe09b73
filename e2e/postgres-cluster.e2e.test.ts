import { OperatorStand } from './data/operator-stand';
import { complaints } from './data/postgres-log';
import type { Program } from './harness/program';
import { environments, readDist } from './harness/dist';

const clusters = environments().flatMap((environment) => {
  const dist = readDist(environment, 'data');
  return dist.all('Cluster').map((cluster) => ({ environment, dist, cluster }));
});

describe.each(clusters)('the CloudNativePG cluster of dist/$environment', ({ dist, cluster }) => {
  const { name, namespace = '' } = cluster.metadata;
  let stand: OperatorStand;
  let server: Program;

  beforeAll(async () => {
    stand = await OperatorStand.open(dist, cluster);
    server = await stand.start(cluster);
  });

  afterAll(async () => {
    await stand.close();
  });

  test('states no setting that the server refuses or does not know', async () => {
    expect(await stand.query('select name, error from pg_file_settings where error is not null')).toBe('');
    const known = await stand.query(`select lower(name) from pg_settings where sourcefile like '%custom.conf'`);
    expect(known.split('\n')).toEqual(expect.arrayContaining(Object.keys(cluster.spec.postgresql.parameters)));
    expect(complaints(server)).toEqual([]);
  });

  test('has checksums', async () => {
    expect(await stand.query('show data_checksums')).toBe('on');
  });

  test('lets a role into its own database alone, and only by TLS, under the name of every Service', async () => {
    await stand.query(`create role shop login password '${stand.password}'`);
    await stand.query('create database shop owner shop');
    for (const service of ['rw', 'ro', 'r']) {
      const host = `${name}-${service}.${namespace}.svc`;
      expect(await stand.visit(host, 'shop', 'shop')).toBe('shop\n');
      expect(await stand.visit(host, 'shop', 'postgres')).toContain('pg_hba.conf rejects connection');
      expect(await stand.visit(host, 'shop', 'shop', 'disable')).toContain('pg_hba.conf rejects connection');
    }
  });
});
