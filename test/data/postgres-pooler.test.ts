import type { PostgresClusterProps } from '../../lib/data';
import { PostgresCluster } from '../../lib/data';
import { connect } from '../../lib/security';
import { clusterProps, PostgresPlatform, poolerProps as pooler, specOf } from './postgres-fixture';

function build(more: Partial<PostgresClusterProps>) {
  const platform = new PostgresPlatform();
  const postgres = new PostgresCluster(platform.data, 'postgres', { ...clusterProps, pooler, ...more });
  return { platform, postgres };
}

describe('with a pooler', () => {
  const { platform, postgres } = build({ maxConnections: 50 });
  connect(platform.client('backend', 8), postgres.database('backend'), { sessions: 20 });

  it('keeps every rule', () => {
    expect(platform.findings).toEqual([]);
  });

  it('sends clients to the pooler, under a name that the certificate has', () => {
    const host = platform.variables('Deployment', 'backend').DATABASE_HOST;
    expect(host).toBe('postgres-pooler.shop-data.svc');
    expect(platform.get('Certificate', 'postgres-server-tls').object.spec).toMatchObject({
      dnsNames: expect.arrayContaining([host]) as unknown,
    });
    const { egress = [] } = platform.spec('NetworkPolicy', 'backend');
    const [far] = egress.flatMap(({ to = [] }) => to).slice(-1);
    expect(far?.podSelector?.matchLabels).toEqual({ 'cnpg.io/poolerName': 'postgres-pooler' });
  });

  it('reaches the server, whom clients no longer do', () => {
    const server = { 'cnpg.io/cluster': 'postgres', 'cnpg.io/podRole': 'instance' };
    const reaches = (policy: string) =>
      (platform.spec('NetworkPolicy', policy).egress ?? []).some(({ to = [] }) =>
        to.some(({ podSelector }) => JSON.stringify(podSelector?.matchLabels) === JSON.stringify(server)),
      );
    expect([reaches('postgres-pooler'), reaches('backend')]).toEqual([true, false]);
  });

  it('takes as many clients as there may be, over TLS, and holds few sessions of the server', () => {
    const pods = platform.topology.node('shop-app/backend')?.shape().count ?? 0;
    expect(specOf(platform, 'Pooler', 'postgres-pooler').pgbouncer.parameters).toEqual({
      client_tls_sslmode: 'require',
      default_pool_size: '5',
      max_client_conn: String(20 * pods),
    });
    const [role] = specOf(platform, 'Cluster', 'postgres').managed?.roles ?? [];
    expect(role?.connectionLimit).toBe(5 * (2 + 2));
  });

  it('counts its own sessions for every database', () => {
    const small = build({ maxConnections: 49 });
    for (const name of ['backend', 'reports']) connect(small.platform.client(name), small.postgres.database(name));
    expect(() => small.platform.manifests).toThrow(
      /at least 50[^]*postgres-pooler → every database: 4 pods × 10 sessions = 40/,
    );
  });
});
