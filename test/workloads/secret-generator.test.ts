import type { PolicyRule, RoleRef, Subject } from 'cdk8s-plus-27/lib/imports/k8s';
import fc from 'fast-check';
import type { Rendered } from '../../lib/checks/rendered';
import { apiServer, GeneratedSecrets, Secret } from '../../lib/security';
import type { SecretGeneratorProps } from '../../lib/workloads';
import { SecretGenerator, secretVolume, StatelessWorkload } from '../../lib/workloads';
import { image, TestPlatform, workload } from '../test-platform';

/** Who uses a secret: workloads, by their namespace. */
type Uses = Readonly<Record<string, readonly string[]>>;

const api = apiServer(['10.96.0.1/32'], [443, 6443]);

/** A platform in which one workload of each namespace mounts what it uses. */
function build(uses: Uses, props: Partial<SecretGeneratorProps> = {}) {
  const secrets = new GeneratedSecrets();
  const platform = new TestPlatform(secrets);
  const made = new Map<string, Secret>();
  for (const [tier, names] of Object.entries(uses)) {
    const component = platform.component(tier);
    const mounts = names.map((name) => {
      const secret = made.get(name) ?? new Secret(component, name, { keys: ['password'], fixed: { username: name } });
      made.set(name, secret);
      return { volume: secretVolume(name, secret), path: `/run/secrets/${name}` };
    });
    new StatelessWorkload(component, `${tier}-service`, { ...workload, mounts, preStop: ['sleep', '5'] });
  }
  const component = platform.component('secrets');
  new SecretGenerator(component, 'secret-generator', { image, apiServer: api, secrets, ...props });
  return { platform, secrets, component };
}

const twoTiers: Uses = { data: ['postgres-app', 'redis-app'], app: ['postgres-app', 'sign-on'] };

/** The list that the script reads, column by column. */
function listOf(platform: TestPlatform) {
  const { list = '' } = platform.files('secret-generator');
  return list
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map((column) => column.split(',')))
    .map(([[name = ''] = [], namespaces = [], generated = [], fixed = []]) => ({ name, namespaces, generated, fixed }));
}

function rulesOf(platform: TestPlatform, namespace: string): readonly Rendered<PolicyRule>[] {
  return platform.get('Role', 'secret-generator', namespace).object.rules as readonly Rendered<PolicyRule>[];
}

it('keeps every rule but one, and says why', () => {
  const { platform } = build(twoTiers);
  expect(platform.findings).toEqual([]);
  for (const { object } of platform.ofKind('Role')) {
    expect(object.metadata.annotations).toHaveProperty(['drydock.dev/exempt.rbac-no-secret-read']);
  }
});

it('can create secrets where they are used, and read those that it makes there', () => {
  const { platform } = build(twoTiers);
  expect(platform.ofKind('Role').map(({ object }) => object.metadata.namespace)).toEqual(['shop-data', 'shop-app']);
  for (const [tier, names] of Object.entries(twoTiers)) {
    const rules = rulesOf(platform, `shop-${tier}`);
    expect(rules.map(({ verbs }) => verbs)).toEqual([['create'], ['get']]);
    expect(rules.find(({ verbs }) => verbs?.includes('get'))?.resourceNames).toEqual(names);
    expect(rules.flatMap(({ resources }) => resources)).toEqual(['secrets', 'secrets']);
  }
});

it('gives its rights to the account of its own pods alone', () => {
  const { platform } = build(twoTiers);
  const account = platform.spec('Job', 'secret-generator').template?.spec?.serviceAccountName;
  for (const { object } of platform.ofKind('RoleBinding')) {
    expect(object.subjects as readonly Rendered<Subject>[]).toEqual([
      { kind: 'ServiceAccount', name: account, namespace: 'shop-secrets' },
    ]);
    expect((object.roleRef as Rendered<RoleRef>).name).toBe('secret-generator');
  }
});

it('lists every secret once, with all namespaces that use it', () => {
  const { platform, secrets } = build(twoTiers);
  const listed = listOf(platform);
  expect(new Set(listed.map(({ name }) => name)).size).toBe(listed.length);
  const made = listed.flatMap(({ name, namespaces, generated, fixed }) =>
    namespaces.map((namespace) => `${namespace}/${name}: ${[...fixed, ...generated].join()}`),
  );
  const promised = secrets.promised.map(({ namespace, name, keys }) => `${namespace}/${name}: ${keys.join()}`);
  expect(made.sort()).toEqual(promised.sort());
});

it('makes Secrets of the type and with the labels and fixed values that were asked for', () => {
  const secrets = new GeneratedSecrets();
  const platform = new TestPlatform(secrets);
  const data = platform.component('data');
  const secret = new Secret(data, 'postgres-app', {
    keys: ['password'],
    fixed: { username: `o'brien "x" \\` },
    type: 'kubernetes.io/basic-auth',
    labels: { 'cnpg.io/reload': 'true' },
  });
  secret.availableIn(data);
  new SecretGenerator(platform.component('secrets'), 'secret-generator', { image, apiServer: api, secrets });
  const template = platform.files('secret-generator')['postgres-app.json'] ?? '';
  expect(JSON.parse(template.replace('%data%', '"password":"eA=="'))).toEqual({
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'kubernetes.io/basic-auth',
    metadata: {
      name: 'postgres-app',
      labels: expect.objectContaining({ 'cnpg.io/reload': 'true', 'app.kubernetes.io/part-of': 'shop' }) as unknown,
    },
    stringData: { username: `o'brien "x" \\` },
    data: { password: 'eA==' },
  });
});

it('runs after its rights and files, and before any workload', () => {
  const { platform } = build(twoTiers);
  const waveOf = (kind: string, name: string, namespace?: string): number =>
    Number(platform.get(kind, name, namespace).object.metadata.annotations?.['argocd.argoproj.io/sync-wave']);
  const wave = waveOf('Job', 'secret-generator');
  expect(wave).toBeGreaterThan(waveOf('ConfigMap', 'secret-generator'));
  expect(wave).toBeGreaterThan(waveOf('RoleBinding', 'secret-generator', 'shop-app'));
  expect(wave).toBeLessThan(waveOf('Deployment', 'app-service'));
});

it('keeps what it is handed in memory, and holds a token that ends', () => {
  const { platform } = build(twoTiers);
  const { volumes = [] } = platform.spec('Job', 'secret-generator').template?.spec ?? {};
  const writable = platform
    .container('Job', 'secret-generator')
    .volumeMounts?.filter(({ readOnly }) => readOnly !== true)
    .map(({ name }) => volumes.find((volume) => volume.name === name)?.emptyDir?.medium);
  expect(writable).toEqual(['Memory']);
  const sources = volumes.flatMap(({ projected }) => projected?.sources ?? []);
  expect(sources.map(({ serviceAccountToken }) => serviceAccountToken?.expirationSeconds)).toContain(3600);
});

it('fails when a secret is asked for after it was made', () => {
  const { platform } = build(twoTiers);
  const late = platform.component('late');
  expect(() => new Secret(late, 'forgotten', { keys: ['password'] }).availableIn(late)).toThrow(
    /^late: asks for the secret 'forgotten' after the generator was made; create the SecretGenerator last/,
  );
});

it('keeps every rule for any use of secrets', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{0,9}(-[a-z0-9]{1,9}){0,2}$/);
  const tier = fc.constantFrom('data', 'app', 'web', 'monitoring');
  const uses = fc.dictionary(tier, fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), { minKeys: 1 });
  fc.assert(
    fc.property(uses, (described) => {
      const { platform, secrets } = build(described);
      expect(platform.findings).toEqual([]);
      expect(listOf(platform).flatMap(({ namespaces }) => namespaces)).toHaveLength(secrets.promised.length);
    }),
    { numRuns: 25 },
  );
});

it('accepts every property at once', () => {
  const props: Required<SecretGeneratorProps> = { image, apiServer: api, secrets: new GeneratedSecrets() };
  const platform = new TestPlatform(props.secrets);
  const data = platform.component('data');
  new Secret(data, 'postgres', { keys: ['password'] }).availableIn(data);
  new SecretGenerator(platform.component('secrets'), 'secret-generator', props);
  expect(platform.container('Job', 'secret-generator').image).toBe(image.reference);
});
