import type { SecretProps } from '../../lib/security';
import { ExistingSecrets, ExternalSecrets, GeneratedSecrets, Secret } from '../../lib/security';
import { secretVolume, StatelessWorkload } from '../../lib/workloads';
import { TestPlatform, workload } from '../test-platform';

const store = { kind: 'ClusterSecretStore', name: 'vault' } as const;

/** The part of an ExternalSecret that these tests read. */
interface ExternalSpec {
  readonly refreshInterval: string;
  readonly secretStoreRef: Readonly<Record<string, string>>;
  readonly target: {
    readonly name: string;
    readonly deletionPolicy: string;
    readonly template?: {
      readonly type: string;
      readonly metadata?: { readonly labels: Readonly<Record<string, string>> };
      readonly data: Readonly<Record<string, string>>;
    };
  };
  readonly data: readonly { readonly secretKey: string; readonly remoteRef: Readonly<Record<string, string>> }[];
}

function external() {
  const platform = new TestPlatform(new ExternalSecrets({ store, path: 'shop/test', refreshInterval: '2h' }));
  return { platform, app: platform.component() };
}

function mounted(scope: ReturnType<TestPlatform['component']>, id: string, secret: Secret): void {
  const mounts = [{ volume: secretVolume('secret', secret), path: '/run/secrets/x' }];
  new StatelessWorkload(scope, id, { ...workload, preStop: ['sleep', '5'], mounts });
}

it('is fetched into every namespace that uses it, once for each', () => {
  const { platform, app } = external();
  const data = platform.component('data');
  const secret = new Secret(app, 'postgres-app', { keys: ['password'] });
  mounted(app, 'api', secret);
  mounted(app, 'worker', secret);
  mounted(data, 'server', secret);
  const made = platform
    .ofKind('ExternalSecret')
    .map(({ object }) => `${object.metadata.namespace ?? ''}/${object.metadata.name}`);
  expect(made).toEqual(['shop-app/postgres-app', 'shop-data/postgres-app']);
  expect(platform.findings).toEqual([]);
});

it('is fetched key by key from its folder, and stays when the request for it is deleted', () => {
  const { platform, app } = external();
  mounted(app, 'api', new Secret(app, 'tokens', { keys: ['read', 'write.key'] }));
  const spec = platform.get('ExternalSecret', 'tokens').object.spec as ExternalSpec;
  expect(spec).toMatchObject({ refreshInterval: '2h', secretStoreRef: store });
  expect(spec.target).toMatchObject({ name: 'tokens', deletionPolicy: 'Retain' });
  expect(spec.target).not.toHaveProperty('template');
  expect(spec.data.map(({ secretKey, remoteRef }) => [secretKey, remoteRef.key, remoteRef.property])).toEqual([
    ['read', 'shop/test/tokens', 'read'],
    ['write.key', 'shop/test/tokens', 'write.key'],
  ]);
});

it('keeps its fetched keys when a type, a fixed value or a label needs a template', () => {
  const changes: readonly Partial<SecretProps>[] = [
    { fixed: { username: 'app' } },
    { type: 'kubernetes.io/basic-auth', fixed: { username: 'app' } },
    { labels: { 'cnpg.io/reload': 'true' } },
  ];
  for (const more of changes) {
    const { platform, app } = external();
    const secret = new Secret(app, 'postgres-app', { keys: ['password'], ...more });
    mounted(app, 'api', secret);
    const { target } = platform.get('ExternalSecret', 'postgres-app').object.spec as ExternalSpec;
    expect(target.template?.type).toBe(secret.type);
    expect(target.template?.data).toEqual({ ...more.fixed, password: '{{ index . "password" }}' });
    expect(target.template?.metadata?.labels).toEqual(more.labels);
    expect(platform.findings).toEqual([]);
  }
});

it.each([
  ['existing', () => new ExistingSecrets(), 'you, before the first sync'],
  ['generated', () => new GeneratedSecrets(), 'the secret generator'],
])('%s: nothing is emitted, and the promise says where, what and by whom', (_, create, by) => {
  const provider = create();
  const platform = new TestPlatform(provider);
  const app = platform.component();
  mounted(app, 'api', new Secret(app, 'postgres-app', { keys: ['password'], fixed: { username: 'app' } }));
  expect(provider.promised).toEqual([
    { namespace: 'shop-app', name: 'postgres-app', keys: ['username', 'password'], by },
  ]);
  expect(platform.ofKind('Secret')).toEqual([]);
  expect(platform.findings).toEqual([]);
});

it('cannot be changed by whoever looks at what was promised', () => {
  const provider = new ExistingSecrets();
  const app = new TestPlatform(provider).component();
  new Secret(app, 'one', { keys: ['password'] }).availableIn(app);
  (provider.promised as unknown[]).length = 0;
  expect(provider.promised).toHaveLength(1);
});

it('fails for a name that no Secret, volume and variable can share', () => {
  const { app } = external();
  expect(() => new Secret(app, 'Postgres_App', { keys: ['password'] })).toThrow(
    /^app: 'name' cannot be used[^]*got +Postgres_App[^]*a DNS label/,
  );
});

it.each([
  ['no key', { keys: [] }, /got +\[\]/],
  ['a key that is no file name', { keys: ['pass word'] }, /got +\["pass word"\]/],
  ['a fixed key that is no file name', { keys: ['password'], fixed: { 'a/b': '' } }, /got +\["a\/b"\]/],
])('fails for %s', (_, props, message) => {
  const { app } = external();
  expect(() => new Secret(app, 'postgres-app', props)).toThrow(message);
});
