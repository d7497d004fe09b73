import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PodSpec } from 'cdk8s-plus-27/lib/imports/k8s';
import fc from 'fast-check';
import type { KeycloakProps } from '../../lib/app';
import { clientSecretKey, Keycloak, keycloakPublicPaths, WebService } from '../../lib/app';
import type { Rendered } from '../../lib/checks/rendered';
import type { Endpoint } from '../../lib/contracts';
import type { Component } from '../../lib/core';
import { Bytes, resourcesOf } from '../../lib/core';
import { connect, ExistingSecrets, Secret } from '../../lib/security';
import { foreignEndpoint, TestPlatform, workload } from '../test-platform';

const resources = resourcesOf({ cpu: '500m', memory: '1Gi' });
const sized = { image: workload.image, scaling: workload.scaling, availability: 'hosts', resources } as const;

function databaseOf(component: Component, tls = true): Endpoint {
  const secret = new Secret(component, 'postgres-keycloak', { keys: ['password'] });
  return foreignEndpoint('postgres', 5432, {
    prefix: 'DATABASE',
    values: { HOST: 'postgres.elsewhere.svc', PORT: '5432', NAME: 'sign-on', USER: 'signer' },
    secrets: { PASSWORD: { secret, key: 'password' } },
    tls,
  });
}

function build(more: Partial<KeycloakProps> = {}) {
  const secrets = new ExistingSecrets();
  const platform = new TestPlatform(secrets);
  const app = platform.component();
  const keycloak = new Keycloak(app, 'keycloak', {
    ...sized,
    hostname: 'auth.example.com',
    database: databaseOf(app),
    realm: { name: 'shop', clients: [{ id: 'site', redirectUris: ['https://example.com/*'] }] },
    ...more,
  });
  return { platform, app, keycloak, secrets };
}

function podOf(platform: TestPlatform): Rendered<PodSpec> {
  return platform.spec('Deployment', 'keycloak').template?.spec ?? {};
}

function variablesOf(platform: TestPlatform, container?: string): Readonly<Record<string, string>> {
  return platform.variables('Deployment', 'keycloak', container);
}

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

it('imports a realm in which a client with a secret is confidential and any other public', () => {
  const shared = new Secret(new TestPlatform().component(), 'oidc-grafana', { keys: [clientSecretKey] });
  const { platform, secrets } = build({
    realm: {
      name: 'shop',
      minPasswordLength: 15,
      clients: [
        { id: 'site', redirectUris: ['https://example.com/*'] },
        { id: 'grafana', redirectUris: ['https://grafana.example.com/login'], secret: shared },
      ],
    },
  });
  const realm = JSON.parse(platform.files('keycloak-settings')['realm.json'] ?? '') as Record<string, unknown>;
  expect(realm).toMatchObject({ bruteForceProtected: true, sslRequired: 'external' });
  expect(realm.passwordPolicy).toContain('length(15)');
  expect(realm.clients).toMatchObject([
    { clientId: 'site', publicClient: true, directAccessGrantsEnabled: false },
    { clientId: 'grafana', publicClient: false, directAccessGrantsEnabled: false },
  ]);
  expect(secrets.promised).toContainEqual(expect.objectContaining({ namespace: 'shop-app', name: 'oidc-grafana' }));
  expect(platform.findings).toEqual([]);
});

describe('the start script', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'keycloak-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  /** Runs the script with all of its paths below a folder, and `kc.sh` replaced by `echo`. */
  function run(secrets: { readonly database: string; readonly admin: string; readonly client: string }): string {
    const shared = new Secret(new TestPlatform().component(), 'oidc-grafana', { keys: [clientSecretKey] });
    const clients = [{ id: 'grafana', redirectUris: [], secret: shared }];
    const { platform } = build({ realm: { name: 'shop', clients } });
    const { 'start.sh': script = '', 'realm.json': realm = '' } = platform.files('keycloak-settings');
    const { KC_CONFIG_FILE: options = '' } = variablesOf(platform);
    const here = (path: string): string => join(folder, path);
    const files = {
      '/opt/settings/realm.json': realm,
      '/run/admin/password': secrets.admin,
      '/run/client-secrets/grafana': secrets.client,
      '/run/database': secrets.database,
      '/opt/keycloak/bin/kc.sh': '#!/bin/sh\necho "kc.sh $*"\n',
    };
    for (const directory of ['/opt/settings', '/run/admin', '/run/client-secrets', '/opt/keycloak/bin']) {
      mkdirSync(here(directory), { recursive: true });
    }
    for (const directory of ['/run/options', '/opt/keycloak/data/import'])
      mkdirSync(here(directory), { recursive: true });
    for (const [path, text] of Object.entries(files)) writeFileSync(here(path), text);
    chmodSync(here('/opt/keycloak/bin/kc.sh'), 0o755);
    writeFileSync(here('start.sh'), script.replaceAll(/(?<=[ =>])\/(?=opt|run)/g, `${folder}/`));
    return execFileSync('/bin/sh', [here('start.sh'), 'start', '--optimized'], {
      env: { PATH: process.env.PATH, KC_CONFIG_FILE: here(options), DATABASE_PASSWORD_FILE: here('/run/database') },
      encoding: 'utf8',
      stdio: 'pipe',
    });
  }

  it('hands over secrets of any characters in files that only its user can read', () => {
    const secret = 'a\\b$c${d}"e|f&g%grafana%/h';
    const output = run({ database: secret, admin: secret, client: secret });
    expect(output).toBe('kc.sh start --optimized\n');
    const options = readFileSync(join(folder, 'run/options/options.conf'), 'utf8').trim().split('\n');
    // A properties file takes \\ for \, and the reader of options takes \$ for $ and ${…} for another option.
    const properties = options.map((line) => line.slice(line.indexOf('=') + 1).replaceAll(/\\(.)/g, '$1'));
    expect(options.map((line) => line.split('=')[0])).toEqual(['db-password', 'bootstrap-admin-password']);
    expect(properties.map((text) => text.replaceAll('\\$', '$'))).toEqual([secret, secret]);
    expect(properties.filter((text) => /(?<!\\)\$/.test(text))).toEqual([]);
    const imported = readFileSync(join(folder, 'opt/keycloak/data/import/realm.json'), 'utf8');
    expect((JSON.parse(imported) as { clients: unknown[] }).clients).toEqual([expect.objectContaining({ secret })]);
  });

  it('fails on an empty secret, by its file', () => {
    expect(() => run({ database: 'x', admin: '', client: 'x' })).toThrow(/admin\/password is missing or empty/);
    expect(() => run({ database: 'x', admin: 'x', client: '' })).toThrow(/grafana is missing or empty/);
  });
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

it.each([
  ['a name that is no part of an address', { name: 'My Shop', clients: [] }, /'realm.name'[^]*got +My Shop/],
  ['the realm of administrators', { name: 'master', clients: [] }, /'realm.name'[^]*a realm of your own/],
  [
    'two clients of one id',
    { name: 'shop', clients: ['site', 'api', 'site'].map((id) => ({ id, redirectUris: [] })) },
    /'realm.clients\[2\].id'[^]*that no other client has/,
  ],
])('fails on %s', (_, realm, message) => {
  expect(() => build({ realm })).toThrow(message);
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
