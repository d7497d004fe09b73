import { Secret } from '../../lib/security';
import { scratch, SecretFiles, secretsVolume, StatelessWorkload } from '../../lib/workloads';
import { TestPlatform, workload } from '../test-platform';

function build() {
  const platform = new TestPlatform();
  const app = platform.component();
  const files = new SecretFiles(app);
  new StatelessWorkload(app, 'server', {
    ...workload,
    preStop: ['sleep', '5'],
    mounts: [
      { volume: secretsVolume('users', files), path: '/run/secrets/users' },
      { volume: scratch('tmp', workload.resources.ephemeralStorage.times(0.1)), path: '/tmp' },
    ],
  });
  return { platform, app, files };
}

it('holds keys that were added after the pods, each under its own name, in the namespace of the pods', () => {
  const { platform, app, files } = build();
  files.add('ann', new Secret(app, 'server-ann', { keys: ['password'] }), 'password');
  files.add('bob', new Secret(app, 'server-bob', { keys: ['password'] }), 'password');
  const { volumes = [] } = platform.spec('Deployment', 'server').template?.spec ?? {};
  const sources = volumes.find(({ name }) => name === 'users')?.projected?.sources;
  expect(sources?.map(({ secret }) => [secret?.name, secret?.items])).toEqual([
    ['server-ann', [{ key: 'password', path: 'ann' }]],
    ['server-bob', [{ key: 'password', path: 'bob' }]],
  ]);
  expect(platform.findings).toEqual([]);
});

it('is readable by the pod alone, and by nobody writable', () => {
  const { platform } = build();
  const { volumes = [] } = platform.spec('Deployment', 'server').template?.spec ?? {};
  expect(volumes.find(({ name }) => name === 'users')?.projected?.defaultMode).toBe(0o440);
  const mounts = platform.container('Deployment', 'server').volumeMounts ?? [];
  expect(mounts.find(({ name }) => name === 'users')?.readOnly).toBe(true);
});

it('fails on a second file of the same name', () => {
  const { app, files } = build();
  files.add('ann', new Secret(app, 'server-ann', { keys: ['password'] }), 'password');
  expect(() => {
    files.add('ann', new Secret(app, 'server-other', { keys: ['password'] }), 'password');
  }).toThrow(/app: there is a secret file 'ann' already/);
});
