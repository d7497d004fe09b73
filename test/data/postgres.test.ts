import fc from 'fast-check';
import type { Connection } from '../../lib/contracts';
import { Bytes, resourcesOf } from '../../lib/core';
import type { PostgresProps } from '../../lib/data';
import { Postgres } from '../../lib/data';
import { connect } from '../../lib/security';
import { image } from '../test-platform';
import { PostgresPlatform, postgresProps, settingsOf } from './postgres-fixture';

function build(more: Partial<PostgresProps> = {}) {
  const platform = new PostgresPlatform();
  const postgres = new Postgres(platform.data, 'postgres', { ...postgresProps, ...more });
  return { platform, postgres };
}

function connected(more: Partial<PostgresProps> = {}) {
  const { platform, postgres } = build(more);
  connect(platform.client('backend'), postgres.database('backend'));
  return platform;
}

it('keeps every rule, with one exemption that is needed', () => {
  const platform = connected();
  expect(platform.findings).toEqual([]);
  const { annotations = {} } = platform.get('StatefulSet', 'postgres').object.metadata;
  const exempted = (kind: string, name: string) =>
    Object.keys(platform.get(kind, name).object.metadata.annotations ?? {}).filter((key) => key.includes('exempt'));
  expect(exempted('StatefulSet', 'postgres')).toEqual(['drydock.dev/exempt.high-uid']);
  expect(annotations['drydock.dev/exempt.high-uid']).toContain('initdb');
  expect(exempted('Job', 'postgres-provision')).toEqual([]);
});

describe('the server', () => {
  const platform = connected();
  const server = platform.container('StatefulSet', 'postgres');
  const variables = platform.variables('StatefulSet', 'postgres');
  const files = platform.files('postgres');
  const settings = settingsOf(files['postgresql.conf']);
  const mountOf = (path: string) => server.volumeMounts?.find(({ mountPath = '' }) => path.startsWith(`${mountPath}/`));

  it('keeps its data below the mount point of its claim', () => {
    const claims = platform.spec('StatefulSet', 'postgres').volumeClaimTemplates ?? [];
    expect(mountOf(variables.PGDATA ?? '')?.name).toBe(claims[0]?.metadata?.name);
    expect(variables.PGDATA).not.toBe(mountOf(variables.PGDATA ?? '')?.mountPath);
  });

  it('reads configuration files that its ConfigMap has', () => {
    const paths = (server.args ?? []).flatMap((argument) => /^(?:config|hba)_file=(.*)$/.exec(argument)?.[1] ?? []);
    expect(paths).toHaveLength(2);
    for (const path of paths) {
      const mount = mountOf(path);
      expect(Object.keys(files)).toContain(path.slice((mount?.mountPath ?? '').length + 1));
      expect(mount?.readOnly).toBe(true);
    }
  });

  it('shows a certificate for every name of its Services, from a Secret that it mounts', () => {
    const { volumes = [] } = platform.spec('StatefulSet', 'postgres').template?.spec ?? {};
    const { secretName, dnsNames } = platform.get('Certificate', 'postgres-server-tls').object.spec as {
      secretName: string;
      dnsNames: string[];
    };
    for (const file of [settings.ssl_cert_file, settings.ssl_key_file]) {
      const mount = mountOf(file ?? '');
      expect(volumes.find(({ name }) => name === mount?.name)?.secret?.secretName).toBe(secretName);
    }
    for (const { object } of platform.ofKind('Service').filter((service) => service.component === 'data')) {
      const { name, namespace = '' } = object.metadata;
      expect(dnsNames).toEqual(
        expect.arrayContaining([name, `${name}.${namespace}.svc`, `${name}.${namespace}.svc.cluster.local`]),
      );
    }
  });

  it('listens where clients are sent, and where its pod says', () => {
    expect(settings.port).toBe(String(server.ports?.[0]?.containerPort));
    expect(settings.port).toBe(platform.variables('Deployment', 'backend').DATABASE_PORT);
    expect(settings.ssl).toBe('on');
    expect(settings.listen_addresses).toBe('*');
  });

  it('lets nobody in without TLS, and no role into another database', () => {
    const rules = (files['pg_hba.conf'] ?? '').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    expect(rules.map((line) => line.split(/ +/))).toEqual([
      ['local', 'all', 'postgres', 'peer'],
      ['hostssl', 'all', 'postgres', 'all', 'scram-sha-256'],
      ['hostssl', 'sameuser', 'all', 'all', 'scram-sha-256'],
    ]);
  });

  it('has as much time to start as a recovery may take, and to stop as a shutdown may', () => {
    const { periodSeconds = 0, failureThreshold = 0 } = server.startupProbe ?? {};
    expect(periodSeconds * failureThreshold).toBeGreaterThanOrEqual(30 * 60);
    expect(platform.spec('StatefulSet', 'postgres').template?.spec?.terminationGracePeriodSeconds).toBe(120);
    expect(server.lifecycle).toBeUndefined();
  });

  it('has shared memory for its parallel workers that the limit contains', () => {
    const { volumes = [] } = platform.spec('StatefulSet', 'postgres').template?.spec ?? {};
    const shm = volumes.find(
      ({ name }) => name === server.volumeMounts?.find((mount) => mount.mountPath === '/dev/shm')?.name,
    );
    expect(shm?.emptyDir?.medium).toBe('Memory');
    const limit = Bytes.parse(String(server.resources?.limits?.memory));
    expect(Bytes.parse(String(shm?.emptyDir?.sizeLimit)).value).toBeLessThan(limit.value / 4);
  });

  it('is replaced when a file changes, not when a client comes', () => {
    const checksum = (of: PostgresPlatform) => of.spec('StatefulSet', 'postgres').template;
    const { platform: other, postgres } = build();
    connect(other.client('backend'), postgres.database('backend'));
    connect(other.client('reports'), postgres.database('reports'));
    expect(checksum(other)).toEqual(checksum(platform));
    expect(checksum(connected({ maxConnections: 99 }))).not.toEqual(checksum(platform));
  });
});

describe('its companion', () => {
  const platform = connected();
  const companion = platform.container('StatefulSet', 'postgres', 'reload');
  const variables = platform.variables('StatefulSet', 'postgres', 'reload');

  it('watches the very certificate and password that the server uses', () => {
    const settings = settingsOf(platform.files('postgres')['postgresql.conf']);
    expect(variables.CERTIFICATE_FILE).toBe(settings.ssl_cert_file);
    expect(variables.PASSWORD_FILE).toBe(platform.variables('StatefulSet', 'postgres').POSTGRES_PASSWORD_FILE);
    expect(variables.PGHOST).toBe(settings.unix_socket_directories);
  });

  it('is told everything that its script asks for, and runs a script that is there', () => {
    const { 'reload.sh': script = '', ...files } = platform.files('postgres');
    const asked = [...script.matchAll(/\$([A-Z_]+)/g)].map(([, name]) => name);
    expect(asked.length).toBeGreaterThan(0);
    expect(Object.keys(variables)).toEqual(expect.arrayContaining(asked));
    expect(companion.command?.at(-1)).toBe(`${variables.SCRIPTS ?? ''}/reload.sh`);
    for (const [, file = ''] of script.matchAll(/\$SCRIPTS\/([a-z.]+)/g)) expect(Object.keys(files)).toContain(file);
  });

  it('counts as stuck before it is restarted', () => {
    const minutes = (probe: typeof companion.livenessProbe) =>
      Number(/-mmin -(\d+)/.exec(probe?.exec?.command?.at(-1) ?? '')?.[1]);
    expect(minutes(companion.readinessProbe)).toBeLessThan(minutes(companion.livenessProbe));
  });
});

it('fails when its sessions do not fit into its memory, and says how many would', () => {
  const sized = (memory: string) => ({ resources: resourcesOf({ cpu: '100m', memory }) });
  expect(() => build(sized('512Mi'))).toThrow(
    /'maxConnections'[^]*100 with 512Mi[^]*at most 73 sessions[^]*resources\.memory to 704Mi/,
  );
  expect(connected({ ...sized('512Mi'), maxConnections: 73 }).findings).toEqual([]);
  expect(connected(sized('704Mi')).findings).toEqual([]);
});

it('fails when the write-ahead log has no room', () => {
  expect(() => build({ storage: Bytes.parse('512Mi') })).toThrow(/'storage'[^]*512Mi[^]*1Gi or more/);
  expect(() => build({ walStorage: Bytes.parse('128Mi') })).toThrow(/'walStorage'[^]*128Mi[^]*256Mi or more/);
});

it('fails where a zone may fail unnoticed', () => {
  expect(() => build({ availability: 'zones' })).toThrow(
    /'availability'[^]*one volume lies in one zone[^]*PostgresCluster/,
  );
});

it('keeps every rule whatever is described', () => {
  const described = fc.record({
    availability: fc.constantFrom('single', 'hosts'),
    memory: fc.integer({ min: 1024, max: 65_536 }),
    storage: fc.integer({ min: 1024, max: 1 << 20 }),
    walStorage: fc.option(fc.integer({ min: 256, max: 1 << 20 }), { nil: undefined }),
    databases: fc.uniqueArray(fc.stringMatching(/^[a-z]{3,9}(-[a-z0-9]{1,9})?$/), { minLength: 1, maxLength: 4 }),
    id: fc.stringMatching(/^[a-z]{1,12}(-[a-z0-9]{1,12}){0,2}$/),
  } satisfies Record<string, fc.Arbitrary<unknown>>);
  fc.assert(
    fc.property(described, ({ availability, memory, storage, walStorage, databases, id }) => {
      // Names that the server needs, and what every object has: no construct can be called that.
      fc.pre(
        [...databases, id].every(
          (name) => !['public', 'none', 'superuser', 'postgres'].includes(name) && !(name in {}),
        ),
      );
      const platform = new PostgresPlatform();
      const postgres = new Postgres(platform.data, id, {
        ...postgresProps,
        availability,
        resources: resourcesOf({ cpu: '1', memory: `${memory}Mi` }),
        storage: Bytes.mebi(storage),
        walStorage: walStorage === undefined ? undefined : Bytes.mebi(walStorage),
        maxConnections: 140,
      });
      for (const name of databases) connect(platform.client(name), postgres.database(name), { sessions: 5 });
      expect(platform.findings).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

it('accepts every property at once', () => {
  const props: Required<PostgresProps> = {
    ...postgresProps,
    image,
    walStorage: Bytes.parse('1Gi'),
    storageClass: 'fast',
  };
  const { platform, postgres } = build(props);
  connect(platform.client('backend'), postgres.database('backend'));
  const claims = platform.spec('StatefulSet', 'postgres').volumeClaimTemplates ?? [];
  expect(
    claims.map(({ metadata, spec }) => [metadata?.name, spec?.storageClassName, spec?.resources?.requests?.storage]),
  ).toEqual([
    ['data', 'fast', '2Gi'],
    ['wal', 'fast', '1Gi'],
  ]);
  const { POSTGRES_INITDB_WALDIR: walDirectory = '' } = platform.variables('StatefulSet', 'postgres');
  const mounts = platform.container('StatefulSet', 'postgres').volumeMounts ?? [];
  expect(mounts.find(({ mountPath = '' }) => walDirectory.startsWith(`${mountPath}/`))?.name).toBe('wal');
  const [connection] = platform.topology.connections.filter(({ to }: Connection) => to.name === 'backend');
  expect(connection?.to.ports[0]?.number).toBe(5432);
});
