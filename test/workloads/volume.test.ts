import { Bytes } from '../../lib/core';
import { Secret } from '../../lib/security';
import type { Mount } from '../../lib/workloads';
import { ConfigFiles, configVolume, scratch, secretVolume, StatelessWorkload } from '../../lib/workloads';
import { TestPlatform, workload } from '../test-platform';

function build(mounts: (app: ReturnType<TestPlatform['component']>) => readonly Mount[]) {
  const platform = new TestPlatform();
  const app = platform.component();
  new StatelessWorkload(app, 'api', { ...workload, preStop: ['sleep', '5'], mounts: mounts(app) });
  const { volumes = [] } = platform.spec('Deployment', 'api').template?.spec ?? {};
  return { platform, volumes, mounted: platform.container('Deployment', 'api').volumeMounts ?? [] };
}

it('lets scratch space be written, and nothing else', () => {
  const { platform, mounted } = build((app) => [
    { volume: scratch('tmp', Bytes.mebi(8)), path: '/tmp' },
    { volume: scratch('made', Bytes.mebi(8)), path: '/made', readOnly: true },
    { volume: configVolume('files', new ConfigFiles(app, 'Files', 'files', { a: '' })), path: '/etc/files' },
    { volume: secretVolume('secret', new Secret(app, 'secret', { keys: ['password'] })), path: '/run/secret' },
  ]);
  const writable = mounted.filter(({ readOnly }) => readOnly !== true).map(({ mountPath }) => mountPath);
  expect(writable).toEqual(['/tmp']);
  expect(platform.findings).toEqual([]);
});

it('limits scratch space, on disk or in memory', () => {
  const { volumes } = build(() => [
    { volume: scratch('disk', Bytes.mebi(8)), path: '/a' },
    { volume: scratch('memory', Bytes.mebi(4), true), path: '/b' },
  ]);
  expect(volumes.map(({ emptyDir }) => emptyDir)).toEqual([
    { sizeLimit: '8Mi' },
    { sizeLimit: '4Mi', medium: 'Memory' },
  ]);
});

it('lets everybody in the pod read configuration, and run it where it is a program', () => {
  const { volumes } = build((app) => [
    { volume: configVolume('text', new ConfigFiles(app, 'Text', 'text', { a: '' })), path: '/a' },
    { volume: configVolume('program', new ConfigFiles(app, 'Program', 'program', { a: '' }), true), path: '/b' },
  ]);
  expect(volumes.map(({ configMap }) => configMap?.defaultMode?.toString(8))).toEqual(['444', '555']);
});

it('shows a secret to the pod’s own user and group, and of its keys those that are asked for', () => {
  const { volumes } = build((app) => {
    const secret = new Secret(app, 'pair', { keys: ['public', 'private'] });
    return [
      { volume: secretVolume('all', secret), path: '/a' },
      { volume: secretVolume('half', secret, ['public']), path: '/b' },
    ];
  });
  expect(volumes.map(({ secret }) => secret?.defaultMode?.toString(8))).toEqual(['440', '440']);
  expect(volumes.map(({ secret }) => secret?.items?.map(({ key }) => key))).toEqual([undefined, ['public']]);
});
