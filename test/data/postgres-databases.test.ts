import type { PostgresProps } from '../../lib/data';
import { Postgres } from '../../lib/data';
import { connect } from '../../lib/security';
import { PostgresPlatform, postgresProps } from './postgres-fixture';

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

describe('a database', () => {
  it('is what its client is told', () => {
    const platform = connected();
    expect(platform.variables('Deployment', 'backend')).toMatchObject({
      DATABASE_HOST: 'postgres.shop-data.svc',
      DATABASE_NAME: 'backend',
      DATABASE_USER: 'backend',
      DATABASE_SSLMODE: 'verify-full',
    });
    const { volumeMounts = [] } = platform.container('Deployment', 'backend');
    for (const fact of ['PASSWORD', 'CA']) {
      const file = platform.variables('Deployment', 'backend')[`DATABASE_${fact}_FILE`] ?? '';
      expect(volumeMounts.some(({ mountPath = '' }) => file.startsWith(`${mountPath}/`))).toBe(true);
    }
  });

  it('is provisioned with the password that its client gets, and with the sessions that were declared', () => {
    const { platform, postgres } = build();
    connect(platform.client('backend', 3), postgres.database('backend'), { sessions: 7 });
    connect(platform.client('reports'), postgres.database('backend'), { sessions: 2 });
    connect(platform.client('sign-on'), postgres.database('sign-on'));
    const pods = (name: string) => platform.topology.node(`shop-app/${name}`)?.shape().count ?? 0;
    expect(pods('backend')).toBeGreaterThan(3);
    expect(platform.files('postgres-provision').databases).toBe(
      `backend ${7 * pods('backend') + 2 * pods('reports')}\nsign-on ${(postgres.database('sign-on').defaultSessions ?? 0) * pods('sign-on')}\n`,
    );
    const volumes = platform.spec('Job', 'postgres-provision').template?.spec?.volumes ?? [];
    const sources = volumes.flatMap(({ projected }) => projected?.sources ?? []).map(({ secret }) => secret);
    expect(sources.map((secret) => [secret?.name, secret?.items?.[0]?.path])).toEqual([
      ['postgres-backend', 'backend'],
      ['postgres-sign-on', 'sign-on'],
    ]);
  });

  it('is provisioned by a script that is told everything it asks for, and finds its files', () => {
    const platform = connected();
    const { 'provision.sh': script = '', ...files } = platform.files('postgres-provision');
    const given = platform.variables('Job', 'postgres-provision');
    const asked = [...script.matchAll(/\$([A-Z_]+)/g)].map(([, name]) => name);
    expect(asked).toEqual(expect.arrayContaining(['PGUSER', 'SUPERUSER_PASSWORD_FILE']));
    // The script itself says where the next role's password is.
    expect([...Object.keys(given), 'PASSWORD_FILE']).toEqual(expect.arrayContaining(asked));
    for (const [, file = ''] of script.matchAll(/\$files\/([a-z.]+)/g)) expect(Object.keys(files)).toContain(file);
    const { volumeMounts = [], command = [] } = platform.container('Job', 'postgres-provision');
    for (const file of [given.SUPERUSER_PASSWORD_FILE, given.PGSSLROOTCERT, given.PGPASSFILE, command.at(-1)]) {
      expect(volumeMounts.some(({ mountPath = '' }) => file?.startsWith(`${mountPath}/`))).toBe(true);
    }
  });

  it('is the same one when it is asked for twice, and under two names for reading and writing', () => {
    const { platform, postgres } = build();
    const client = platform.client('backend');
    connect(client, postgres.database('backend'));
    connect(client, postgres.readOnlyDatabase('backend'));
    connect(platform.client('reports'), postgres.database('backend'));
    expect(platform.findings).toEqual([]);
    expect(platform.files('postgres-provision').databases?.split('\n')).toHaveLength(2);
    const { DATABASE_HOST: write, READ_DATABASE_HOST: read } = platform.variables('Deployment', 'backend');
    expect(read).toBe(write);
  });

  it('is there before its client starts', () => {
    const platform = connected();
    const wave = (kind: string, name: string) =>
      Number(platform.get(kind, name).object.metadata.annotations?.['argocd.argoproj.io/sync-wave']);
    expect(wave('Job', 'postgres-provision')).toBeGreaterThan(wave('StatefulSet', 'postgres'));
    expect(wave('Deployment', 'backend')).toBeGreaterThan(wave('Job', 'postgres-provision'));
  });

  it('never shows its password in a variable or an argument', () => {
    const platform = connected();
    const script = platform.files('postgres-provision')['provision.sh'] ?? '';
    const { env = [], args = [], command = [] } = platform.container('Job', 'postgres-provision');
    expect(env.filter(({ valueFrom }) => valueFrom?.secretKeyRef)).toEqual([]);
    expect([...args, ...command].join(' ')).not.toContain('assword');
    expect(script).not.toMatch(/--set=password|PGPASSWORD=/);
  });

  it.each(['postgres', 'template1', 'public', 'superuser', 'Back_End', '1st', 'x'.repeat(60)])(
    'fails on the name %s',
    (name) => {
      expect(() => build().postgres.database(name)).toThrow(
        /data\/postgres: 'database\(name\)'[^]*the service that owns it/,
      );
    },
  );
});

describe('the connection budget', () => {
  it('counts every consumer, and says who takes what and how to mend it', () => {
    const { platform, postgres } = build();
    connect(platform.client('backend', 8), postgres.database('backend'), { sessions: 10 });
    connect(platform.client('reports'), postgres.database('reports'), { sessions: 1 });
    const pods = platform.topology.node('shop-app/backend')?.shape().count ?? 0;
    expect(() => platform.manifests).toThrow(
      new RegExp(
        [
          "data/postgres: 'maxConnections' cannot be used",
          'got +100, of which 3 are for superusers',
          // Two sessions of the provisioning, three kept for superusers, one of each of the small client's pods.
          `expected +at least ${10 * pods + 3 + 2 + 4} for what is connected:`,
          `shop-app/backend → backend: ${pods} pods × 10 sessions = ${10 * pods}`,
          'shop-app/reports → reports: 4 pods × 1 sessions = 4',
          'shop-data/postgres-provision → postgres: 1 pods × 2 sessions = 2',
          'fix +give connect\\(…\\) fewer `sessions`',
        ].join('[^]*'),
      ),
    );
  });

  it('is kept to the last session', () => {
    const fit = (maxConnections: number) => {
      const { platform, postgres } = build({ maxConnections });
      connect(platform.client('backend', 4), postgres.database('backend'), { sessions: 10 });
      return platform;
    };
    const needed = 10 * 6 + 3 + 2;
    expect(fit(needed).findings).toEqual([]);
    expect(() => fit(needed - 1).manifests).toThrow(/at least 65/);
  });
});
