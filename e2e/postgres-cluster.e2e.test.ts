import { OperatorStand } from './data/operator-stand';
import { complaints } from './data/postgres-log';
import { environments, readDist } from './harness/dist';

describe('CloudNativePG clusters', () => {
  const clusters = environments().flatMap((environment) => {
    const dist = readDist(environment, 'data');
    return dist.all('Cluster').map((cluster) => ({ environment, dist, cluster }));
  });

  test.each(clusters)(
    '$environment: the server takes every setting, and lets roles into their own database alone',
    async ({ dist, cluster }) => {
      const stand = await OperatorStand.open(dist, cluster);
      const server = await stand.start(cluster);
      expect(
        await stand.query('select name, error from pg_file_settings where not applied and error is not null'),
      ).toBe('');
      const { parameters } = cluster.spec.postgresql;
      const known = await stand.query(
        `select lower(name) from pg_settings where sourcefile like '%custom.conf' or name in ('listen_addresses', 'port')`,
      );
      expect(known.split('\n')).toEqual(expect.arrayContaining(Object.keys(parameters)));
      expect(complaints(server)).toEqual([]);
      expect(await stand.query('show data_checksums')).toBe('on');

      await stand.query(`create role shop login password 'pass word'`);
      await stand.query('create database shop owner shop');
      for (const host of cluster.metadata.namespace === undefined
        ? []
        : ['rw', 'ro', 'r'].map((service) => `postgres-${service}.${cluster.metadata.namespace ?? ''}.svc`)) {
        expect(await stand.visit(host, 'shop', 'shop')).toBe('shop\n');
        expect(await stand.visit(host, 'shop', 'postgres')).toContain('pg_hba.conf rejects connection');
        expect(await stand.visit(host, 'shop', 'shop', 'disable')).toContain('pg_hba.conf rejects connection');
      }
      await server.stop('SIGINT');
      await stand.close();
    },
  );
});
