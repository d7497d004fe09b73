import fc from 'fast-check';
import { Bytes, resourcesOf } from '../../lib/core';
import type { PostgresClusterProps, PostgresPoolerProps } from '../../lib/data';
import { PostgresCluster } from '../../lib/data';
import { connect } from '../../lib/security';
import type { ClusterSpec, PoolerSpec } from '../../imports/postgresql.cnpg.io';
import { image } from '../test-platform';
import { clusterProps, PostgresPlatform } from './postgres-fixture';

const pooler: PostgresPoolerProps = {
  image,
  instances: 2,
  resources: resourcesOf({ cpu: '100m', memory: '64Mi' }),
  poolSize: 5,
};

function build(more: Partial<PostgresClusterProps> = {}) {
  const platform = new PostgresPlatform();
  const postgres = new PostgresCluster(platform.data, 'postgres', { ...clusterProps, ...more });
  return { platform, postgres };
}

function connected(more: Partial<PostgresClusterProps> = {}) {
  const { platform, postgres } = build(more);
  connect(platform.client('backend'), postgres.database('backend'));
  return platform;
}

/** The rendered spec; what the generated type calls `pgHba` is `pg_hba` there. */
function specOf(platform: PostgresPlatform, kind: 'Cluster' | 'Pooler', name: string) {
  return platform.get(kind, name).object.spec as ClusterSpec & PoolerSpec & { postgresql: { pg_hba: string[] } };
}

it('keeps every rule, without an exemption', () => {
  const platform = connected();
  expect(platform.findings).toEqual([]);
  const annotations = platform.manifests.flatMap(({ object }) => Object.keys(object.metadata.annotations ?? {}));
  expect(annotations.filter((key) => key.includes('exempt'))).toEqual([]);
});

describe('the Cluster', () => {
  const platform = connected();
  const spec = specOf(platform, 'Cluster', 'postgres');

  it('states no setting that its operator keeps to itself', () => {
    const names = Object.keys(spec.postgresql.parameters ?? {});
    expect(names.length).toBeGreaterThan(30);
    for (const kept of [
      'listen_addresses',
      'port',
      'ssl',
      'shared_preload_libraries',
      'log_destination',
      'unix_socket_directories',
    ]) {
      expect(names).not.toContain(kept);
    }
    // The operator loads the library of an extension because of its settings.
    expect(names.some((name) => name.startsWith('pg_stat_statements.'))).toBe(true);
  });

  it('lets its own rules decide before the operator’s last one, which knows no TLS', () => {
    expect(spec.postgresql.pg_hba.at(-1)).toBe('host all all all reject');
    for (const rule of spec.postgresql.pg_hba.slice(0, -1)) expect(rule).toMatch(/^hostssl sameuser /);
  });

  it('shows a certificate for each of its Services, and leaves the one for replicas to the operator', () => {
    const { secretName, dnsNames } = platform.get('Certificate', 'postgres-server-tls').object.spec as {
      secretName: string;
      dnsNames: string[];
    };
    expect(spec.certificates).toEqual({ serverTLSSecret: secretName, serverCASecret: secretName });
    for (const service of ['rw', 'ro', 'r']) expect(dnsNames).toContain(`postgres-${service}.shop-data.svc`);
  });

  it('waits for a replica where one more is left, and never where it is the only one', () => {
    expect(spec.postgresql.synchronous).toMatchObject({ dataDurability: 'required', failoverQuorum: true });
    const two = specOf(connected({ instances: 2 }), 'Cluster', 'postgres');
    expect(two.postgresql.synchronous).toMatchObject({ dataDurability: 'preferred', failoverQuorum: false });
  });

  it('is not removed by a sync, nor are its databases', () => {
    for (const { object } of [...platform.ofKind('Cluster'), ...platform.ofKind('Database')]) {
      expect(object.metadata.annotations?.['argocd.argoproj.io/sync-options']).toBe('Prune=false,Delete=false');
    }
  });

  it('spreads instances and not its jobs or poolers, over zones where they must', () => {
    const zones = specOf(connected({ availability: 'zones' }), 'Cluster', 'postgres');
    const [zone] = zones.topologySpreadConstraints ?? [];
    expect(zone).toMatchObject({ topologyKey: 'topology.kubernetes.io/zone', whenUnsatisfiable: 'DoNotSchedule' });
    const { podSelector } = platform.spec('NetworkPolicy', 'postgres');
    expect(zone?.labelSelector?.matchLabels).toEqual(podSelector?.matchLabels);
    expect(zones.affinity?.podAntiAffinityType).toBe('required');
  });

  it('leaves the instance manager room on the disk that its pod may use', () => {
    const limit = Bytes.parse(String(spec.resources?.limits?.['ephemeral-storage']));
    const scratch = Bytes.parse(String(spec.ephemeralVolumesSizeLimit?.temporaryData));
    expect(scratch.value).toBeLessThan(limit.value);
  });
});

describe('a database', () => {
  it('has a role with the Secret of its client, labeled so that a rotation is noticed', () => {
    const { platform, postgres } = build();
    connect(platform.client('backend'), postgres.database('backend'), { sessions: 4 });
    connect(platform.client('reports'), postgres.readOnlyDatabase('backend'), { sessions: 3 });
    const [role] = specOf(platform, 'Cluster', 'postgres').managed?.roles ?? [];
    const pods = (name: string) => platform.topology.node(`shop-app/${name}`)?.shape().count ?? 0;
    expect(role).toMatchObject({
      name: 'backend',
      passwordSecret: { name: 'postgres-backend' },
      connectionLimit: 4 * pods('backend') + 3 * pods('reports'),
    });
    expect(platform.get('Database', 'postgres-backend').object.spec).toMatchObject({
      name: 'backend',
      owner: 'backend',
    });
    const secret = postgres.database('backend').wiring?.secrets?.PASSWORD?.secret;
    expect(secret).toMatchObject({
      type: 'kubernetes.io/basic-auth',
      fixed: { username: 'backend' },
      labels: { 'cnpg.io/reload': 'true' },
    });
  });

  it('is written on the primary and read on the replicas', () => {
    const { platform, postgres } = build();
    const client = platform.client('backend');
    connect(client, postgres.database('backend'));
    connect(client, postgres.readOnlyDatabase('backend'));
    expect(platform.findings).toEqual([]);
    expect(platform.variables('Deployment', 'backend')).toMatchObject({
      DATABASE_HOST: 'postgres-rw.shop-data.svc',
      READ_DATABASE_HOST: 'postgres-ro.shop-data.svc',
    });
  });

  it('fails the build when clients hold more sessions than one instance accepts', () => {
    const { platform, postgres } = build({ maxConnections: 40 });
    connect(platform.client('backend'), postgres.database('backend'), { sessions: 5 });
    connect(platform.client('reports'), postgres.readOnlyDatabase('backend'), { sessions: 5 });
    expect(() => platform.manifests).toThrow(
      /'maxConnections'[^]*40, of which 10[^]*at least 50[^]*give the cluster a `pooler`/,
    );
  });
});

describe('with a pooler', () => {
  const { platform, postgres } = build({ pooler, maxConnections: 50 });
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
    const small = build({ pooler, maxConnections: 49 });
    for (const name of ['backend', 'reports']) connect(small.platform.client(name), small.postgres.database(name));
    expect(() => small.platform.manifests).toThrow(
      /at least 50[^]*postgres-pooler → every database: 4 pods × 10 sessions = 40/,
    );
  });
});

it('fails with a single instance', () => {
  expect(() => build({ instances: 1 })).toThrow(/data\/postgres: 'instances'[^]*2 or more[^]*use Postgres/);
});

it('keeps every rule whatever is described', () => {
  const described = fc.record({
    instances: fc.integer({ min: 2, max: 9 }),
    availability: fc.constantFrom('single', 'hosts', 'zones'),
    memory: fc.integer({ min: 1024, max: 65_536 }),
    walStorage: fc.option(fc.integer({ min: 256, max: 1 << 20 }), { nil: undefined }),
    pooled: fc.boolean(),
    id: fc.stringMatching(/^[a-z]{1,12}(-[a-z0-9]{1,12}){0,2}$/),
  } satisfies Record<string, fc.Arbitrary<unknown>>);
  fc.assert(
    fc.property(described, ({ memory, walStorage, pooled, id, ...props }) => {
      const platform = new PostgresPlatform();
      const postgres = new PostgresCluster(platform.data, id, {
        ...clusterProps,
        ...props,
        resources: resourcesOf({ cpu: '1', memory: `${memory}Mi` }),
        walStorage: walStorage === undefined ? undefined : Bytes.mebi(walStorage),
        ...(pooled ? { pooler } : {}),
      });
      connect(platform.client('backend'), postgres.database('backend'));
      connect(platform.client('reports'), postgres.readOnlyDatabase('backend'));
      expect(platform.findings).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

it('accepts every property at once', () => {
  const props: Required<PostgresClusterProps> = {
    ...clusterProps,
    image,
    walStorage: Bytes.parse('4Gi'),
    storageClass: 'fast',
    pooler: { ...pooler, poolMode: 'transaction' } satisfies Required<PostgresPoolerProps>,
  };
  const platform = connected(props);
  const { storage, walStorage } = specOf(platform, 'Cluster', 'postgres');
  expect([storage, walStorage]).toEqual([
    { size: '2Gi', storageClass: 'fast' },
    { size: '4Gi', storageClass: 'fast' },
  ]);
  expect(specOf(platform, 'Pooler', 'postgres-pooler').pgbouncer.poolMode).toBe('transaction');
});
