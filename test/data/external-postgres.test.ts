import type { ExternalPostgresProps } from '../../lib/data';
import { ExternalPostgres } from '../../lib/data';
import { connect } from '../../lib/security';
import { PostgresPlatform } from './postgres-fixture';

const external: ExternalPostgresProps = { host: 'db.example.com', cidrs: ['203.0.113.0/28'], maxConnections: 60 };

function build(more: Partial<ExternalPostgresProps> = {}) {
  const platform = new PostgresPlatform();
  const postgres = new ExternalPostgres(platform.data, 'postgres', { ...external, ...more });
  connect(platform.client('backend'), postgres.database('backend'));
  return { platform, postgres };
}

it('makes nothing but what its clients need', () => {
  const { platform } = build();
  const made = platform.manifests.filter(({ origin }) => origin.startsWith('data/postgres'));
  expect(made).toEqual([]);
  const variables = platform.variables('Deployment', 'backend');
  expect(variables).toMatchObject({
    DATABASE_HOST: external.host,
    DATABASE_PORT: '5432',
    DATABASE_USER: 'backend',
    DATABASE_SSLMODE: 'verify-full',
  });
  expect(variables).not.toHaveProperty('DATABASE_CA_FILE');
});

it('lets clients reach its addresses on its port, and nothing else outside', () => {
  const { platform } = build({ port: 6543 });
  const { egress = [] } = platform.spec('NetworkPolicy', 'backend');
  const outside = egress.filter(({ to = [] }) => to.some(({ ipBlock }) => ipBlock));
  expect(outside).toEqual([
    { to: [{ ipBlock: { cidr: external.cidrs[0] } }], ports: [{ protocol: 'TCP', port: 6543 }] },
  ]);
  expect(platform.variables('Deployment', 'backend').DATABASE_PORT).toBe('6543');
});

it('gives clients the authority by which they verify it', () => {
  const { platform } = build({ caSecret: 'postgres-authority' });
  const file = platform.variables('Deployment', 'backend').DATABASE_CA_FILE ?? '';
  const mount = platform
    .container('Deployment', 'backend')
    .volumeMounts?.find(({ mountPath = '' }) => file.startsWith(`${mountPath}/`));
  const { volumes = [] } = platform.spec('Deployment', 'backend').template?.spec ?? {};
  expect(volumes.find(({ name }) => name === mount?.name)?.secret?.secretName).toBe('postgres-authority');
  expect(file.endsWith('/ca.crt')).toBe(true);
});

it('fails when its clients hold more sessions than it grants', () => {
  const { platform } = build({ maxConnections: 10 });
  expect(() => platform.manifests).toThrow(
    /data\/postgres: 'maxConnections'[^]*shop-app\/backend → backend[^]*if the server grants more/,
  );
});

it('accepts every property at once', () => {
  const props: Required<ExternalPostgresProps> = { ...external, port: 6432, caSecret: 'authority' };
  const { platform, postgres } = build(props);
  expect(postgres.readOnlyDatabase('backend').wiring).toMatchObject({
    prefix: 'READ_DATABASE',
    values: { HOST: props.host, PORT: String(props.port) },
  });
  expect(platform.variables('Deployment', 'backend').DATABASE_PORT).toBe(String(props.port));
});
