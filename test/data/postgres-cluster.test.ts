import fc from 'fast-check';
import { Bytes, resourcesOf } from '../../lib/core';
import type { PostgresClusterProps, PostgresPoolerProps } from '../../lib/data';
import { PostgresCluster } from '../../lib/data';
import { withoutOperators } from '../../lib/data/postgres-cluster-settings';
import { serverParameters } from '../../lib/data/postgres-files';
import { tuneParameters } from '../../lib/data/postgres-parameters';
import { connect } from '../../lib/security';
import { image } from '../test-platform';
import { clusterProps, PostgresPlatform, poolerProps as pooler, specOf } from './postgres-fixture';

const { storage, maxConnections, resources } = clusterProps;
const sizing = { storage, maxConnections, memory: resources.memory, cpuLimit: resources.cpuLimit };

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

it('keeps every rule, without an exemption', () => {
  const platform = connected();
  expect(platform.findings).toEqual([]);
  const annotations = platform.manifests.flatMap(({ object }) => Object.keys(object.metadata.annotations ?? {}));
  expect(annotations.filter((key) => key.includes('exempt'))).toEqual([]);
});

describe('the Cluster', () => {
  const platform = connected();
  const spec = specOf(platform, 'Cluster', 'postgres');

  it('states every setting but those that its operator keeps to itself', () => {
    const server = serverParameters({ port: 5432, certificateFile: '', keyFile: '', socketDirectory: '' });
    expect(Object.keys(withoutOperators(server)).sort()).toEqual([
      'huge_pages',
      'log_line_prefix',
      'ssl_min_protocol_version',
      'wal_level',
    ]);
    const names = Object.keys(spec.postgresql.parameters ?? {});
    expect(names).toEqual(expect.arrayContaining(Object.keys(tuneParameters({ ...sizing, reservedConnections: 10 }))));
    // The operator loads the library of an extension because of its settings.
    expect(names.some((name) => name.startsWith('pg_stat_statements.'))).toBe(true);
  });

  it('keeps no more log for replicas than its volume may hold between checkpoints', () => {
    const parameters = (walStorage: string) =>
      specOf(connected({ walStorage: Bytes.parse(walStorage) }), 'Cluster', 'postgres').postgresql.parameters ?? {};
    expect(parameters('256Mi').wal_keep_size).toBe(parameters('256Mi').max_wal_size);
    expect(parameters('100Gi').wal_keep_size).toBe('512MB');
  });

  it('lets its pods reach each other and the API server, and the operator reach them', () => {
    const instances = { 'cnpg.io/cluster': 'postgres', 'cnpg.io/podRole': 'instance' };
    const { ingress = [], egress = [] } = platform.spec('NetworkPolicy', 'postgres');
    const out = (rules: typeof egress) => rules.map(({ to, ports = [] }) => ({ far: to, ports }));
    const portsOf = (rules: ReturnType<typeof out>, labels: object) =>
      rules
        .filter(({ far }) => JSON.stringify(far).includes(JSON.stringify({ matchLabels: labels })))
        .flatMap(({ ports = [] }) => ports.map(({ port }) => port));
    const into = ingress.map(({ from, ports = [] }) => ({ far: from, ports }));
    expect(portsOf(out(egress), instances)).toEqual([5432, 8000]);
    expect(portsOf(into, instances)).toEqual([5432, 8000]);
    expect(portsOf(into, { 'app.kubernetes.io/name': 'cloudnative-pg' })).toEqual([5432, 8000]);
    expect(portsOf(out(platform.spec('NetworkPolicy', 'postgres-join').egress ?? []), instances)).toEqual([5432]);
    for (const name of ['postgres', 'postgres-join', 'postgres-initdb']) {
      const rules = platform.spec('NetworkPolicy', name).egress ?? [];
      expect(rules.flatMap(({ to = [] }) => to).some(({ ipBlock }) => ipBlock?.cidr === '10.96.0.1/32')).toBe(true);
    }
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
      // A construct cannot be called what every object has.
      fc.pre(!(id in {}));
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
  const spec = specOf(platform, 'Cluster', 'postgres');
  expect([spec.storage, spec.walStorage]).toEqual([
    { size: '2Gi', storageClass: 'fast' },
    { size: '4Gi', storageClass: 'fast' },
  ]);
  expect(specOf(platform, 'Pooler', 'postgres-pooler').pgbouncer.poolMode).toBe('transaction');
});
