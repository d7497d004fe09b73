import fc from 'fast-check';
import type { KeycloakProps } from '../../lib/app';
import { Keycloak, keycloakPublicPaths, WebService } from '../../lib/app';
import { Bytes, resourcesOf } from '../../lib/core';
import { connect } from '../../lib/security';
import { foreignEndpoint, TestPlatform, workload } from '../test-platform';
import { build, databaseOf, podOf, resources, sized, variablesOf } from './keycloak-fixture';

it('keeps every rule', () => {
  expect(build().platform.findings).toEqual([]);
});

it('builds what it runs: the init container fills what the server reads, with the same options', () => {
  const { platform } = build();
  const [copy, builder, server] = ['copy', 'build', 'keycloak'].map((name) =>
    platform.container('Deployment', 'keycloak', name),
  );
  const mountOf = (container: typeof server) => container?.volumeMounts?.find(({ name }) => name === 'built');
  expect(podOf(platform).initContainers?.map(({ name }) => name)).toEqual(['copy', 'build']);
  expect(copy?.command?.at(-1)).toBe(mountOf(copy)?.mountPath);
  expect(copy?.command?.at(-2)).toBe(`${mountOf(builder)?.mountPath ?? ''}/.`);
  expect(mountOf(server)).toEqual({ ...mountOf(builder), readOnly: true });
  expect(server?.args).toContain('--optimized');
  const options = Object.entries(variablesOf(platform, 'build')).filter(([name]) => name.startsWith('KC_'));
  expect(options.length).toBeGreaterThan(0);
  expect(Object.entries(variablesOf(platform))).toEqual(expect.arrayContaining(options));
});

it('tells Keycloak of its database in its own words, and verifies the certificate', () => {
  const { platform } = build({ databaseSessions: 7 });
  const variables = variablesOf(platform);
  const { volumeMounts = [] } = platform.container('Deployment', 'keycloak');
  expect(variables).toMatchObject({
    KC_DB_URL_HOST: 'postgres.elsewhere.svc',
    KC_DB_URL_PORT: '5432',
    KC_DB_URL_DATABASE: 'sign-on',
    KC_DB_USERNAME: 'signer',
    KC_DB_TLS_MODE: 'verify-server',
    KC_DB_POOL_MAX_SIZE: '7',
  });
  for (const name of ['KC_DB_TLS_TRUST_STORE_FILE', 'DATABASE_PASSWORD_FILE']) {
    const path = variables[name] ?? '';
    expect(volumeMounts.map(({ mountPath = '' }) => mountPath)).toContain(path.slice(0, path.lastIndexOf('/')));
  }
  expect(platform.topology.connections.find(({ to }) => to.name === 'postgres')?.sessions).toBe(7);
});

it('verifies the certificate of a database by the public authorities when it names none', () => {
  const { platform } = build({ database: databaseOf(new TestPlatform().component(), false) });
  const variables = variablesOf(platform);
  expect(variables.KC_DB_TLS_MODE).toBe('verify-server');
  expect(variables).not.toHaveProperty('KC_DB_TLS_TRUST_STORE_FILE');
});

it('asks on the port for health, which no Service offers', () => {
  const { platform, keycloak } = build();
  const { startupProbe, readinessProbe, livenessProbe } = platform.container('Deployment', 'keycloak');
  const asked = [startupProbe, readinessProbe, livenessProbe].map((probe) => probe?.httpGet?.port);
  expect(new Set(asked)).toEqual(new Set(keycloak.management.ports.map(({ number }) => number)));
  const offered = platform.spec('Service', 'keycloak').ports?.map(({ port }) => port);
  expect(offered).toEqual(keycloak.http.ports.map(({ number }) => number));
});

it('lets replicas reach one another on their ports, and nobody else', () => {
  const { platform, keycloak } = build();
  const { egress = [], ingress = [] } = platform.spec('NetworkPolicy', 'keycloak');
  const itself = JSON.stringify(keycloak.peer.labels);
  expect(ingress).toHaveLength(1);
  expect(JSON.stringify(ingress[0]?.from?.[0]?.podSelector?.matchLabels)).toBe(itself);
  const ports = ingress[0]?.ports?.map(({ port }) => Number(port)) ?? [];
  expect(ports).toHaveLength(2);
  // JGroups listens for failure detection at a fixed distance from its own port.
  expect(Math.max(...ports) - Math.min(...ports)).toBe(50_000);
  const outgoing = egress.find((rule) => JSON.stringify(rule.to?.[0]?.podSelector?.matchLabels) === itself);
  expect(outgoing?.ports).toEqual(ingress[0]?.ports);
  const declared = platform.container('Deployment', 'keycloak').ports?.map(({ containerPort }) => containerPort);
  expect(declared).toEqual(expect.arrayContaining(ports));
});

it('stays below the memory at which it would be scaled, whatever its heap holds', () => {
  const bounds = { memory: fc.integer({ min: 1024, max: 16_384 }), memoryPercent: fc.integer({ min: 65, max: 95 }) };
  fc.assert(
    fc.property(fc.record(bounds), ({ memory, memoryPercent }) => {
      const { platform } = build({
        resources: { ...resources, memory: Bytes.mebi(memory) },
        scaling: { ...sized.scaling, memoryPercent },
      });
      const heap = Number(/-Xmx(\d+)m/.exec(variablesOf(platform).JAVA_OPTS_KC_HEAP ?? '')?.[1]);
      expect(heap).toBeGreaterThanOrEqual(256);
      // 370 MiB besides the heap were measured.
      expect(heap + 370).toBeLessThan((memory * memoryPercent) / 100);
    }),
    { numRuns: 25 },
  );
});

it('waits longer for its start the less processor time it has, and never less than it took on two cores', () => {
  const budget = (cpuLimit: string): number => {
    const { platform } = build({ resources: resourcesOf({ cpu: '100m', cpuLimit, memory: '1Gi' }) });
    const { periodSeconds = 0, failureThreshold = 0 } = platform.container('Deployment', 'keycloak').startupProbe ?? {};
    return periodSeconds * failureThreshold;
  };
  // 35 s were seen on two cores that others used as well.
  for (const limit of ['2', '4', '16']) expect(budget(limit)).toBeGreaterThan(35);
  expect(budget('500m')).toBeGreaterThanOrEqual(2 * budget('1'));
});

it('has time to drain and to finish before it is killed', () => {
  const { platform } = build();
  const waits = Number(platform.container('Deployment', 'keycloak').lifecycle?.preStop?.exec?.command?.at(-1));
  const finishes = Number(/^(\d+)s$/.exec(variablesOf(platform).KC_SHUTDOWN_TIMEOUT ?? '')?.[1]);
  expect(podOf(platform).terminationGracePeriodSeconds).toBeGreaterThan(waits + finishes);
});

it('tells services the issuer that tokens carry', () => {
  const { platform, app, keycloak } = build();
  const service = new WebService(app, 'backend', { ...workload, port: 8080, readinessPath: '/r', livenessPath: '/l' });
  connect(service, keycloak.http);
  const variables = platform.variables('Deployment', 'backend');
  const { KC_HOSTNAME: address = '' } = variablesOf(platform);
  expect(variables.OIDC_ISSUER).toBe(`${address}/realms/shop`);
  expect(variables).toMatchObject({ OIDC_HOST: 'keycloak.shop-app.svc', OIDC_PORT: '8080' });
  expect(keycloakPublicPaths.some((path) => `/realms/shop`.startsWith(path))).toBe(true);
  expect(keycloakPublicPaths.some((path) => '/admin/'.startsWith(path) || '/metrics'.startsWith(path))).toBe(false);
});

it('fails with too little memory, and says how much it takes', () => {
  expect(() => build({ resources: { ...resources, memory: Bytes.mebi(512) } })).toThrow(
    /'resources.memory' cannot be used[^]*got +512Mi[^]*expected +820Mi or more/,
  );
});

it('fails with fewer sessions than Keycloak starts with', () => {
  expect(() => build({ databaseSessions: 3 })).toThrow(/'databaseSessions'[^]*expected +4 or more/);
});

it('fails on an end point that is no database', () => {
  expect(() => build({ database: foreignEndpoint('postgres', 5432) })).toThrow(
    /'database'[^]*tells its clients nothing/,
  );
  const wiring = { prefix: 'CACHE', values: { HOST: 'redis', PORT: '6379' } };
  expect(() => build({ database: foreignEndpoint('redis', 6379, wiring) })).toThrow(/'database'[^]*also tells NAME/);
});

it('fails on options of the environment that contradict what is derived', () => {
  expect(() => build({ env: { KC_DB: 'dev-file' } })).toThrow(/'env.KC_DB'[^]*it is postgres here/);
});

it('accepts every property at once', () => {
  const platform = new TestPlatform();
  const app = platform.component();
  const props: Required<KeycloakProps> = {
    ...sized,
    hostname: 'auth.example.com',
    database: databaseOf(app),
    realm: { name: 'shop', clients: [], minPasswordLength: 16 },
    databaseSessions: 20,
    trustedProxyCidrs: ['10.0.0.0/8', '192.168.0.0/16'],
    env: { KC_LOG_LEVEL: 'info' },
  };
  new Keycloak(app, 'keycloak', props);
  expect(variablesOf(platform)).toMatchObject({
    KC_LOG_LEVEL: 'info',
    KC_PROXY_TRUSTED_ADDRESSES: '10.0.0.0/8,192.168.0.0/16',
  });
  expect(platform.findings).toEqual([]);
});
