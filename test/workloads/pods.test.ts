import { Construct } from 'constructs';
import fc from 'fast-check';
import { containersOf } from '../../lib/checks/pods';
import { Bytes, resourcesOf } from '../../lib/core';
import { connect } from '../../lib/security';
import type { ContainerProps, StatelessWorkloadProps } from '../../lib/workloads';
import { ConfigFiles, configVolume, scratch, StatelessWorkload, Task } from '../../lib/workloads';
import { foreignEndpoint, image, TestPlatform, workload } from '../test-platform';

function build(more: Partial<StatelessWorkloadProps> = {}) {
  const platform = new TestPlatform();
  const app = platform.component();
  const api = new StatelessWorkload(app, 'api', { ...workload, preStop: ['sleep', '5'], ...more });
  return { platform, app, api };
}

const helper: ContainerProps = { image, resources: resourcesOf({ cpu: '10m', memory: '16Mi' }) };

it('hardens every container, init containers and sidecars too, whoever it runs as', () => {
  const id = fc.integer({ min: 10_000, max: 60_000 });
  fc.assert(
    fc.property(id, id, fc.nat(2), fc.nat(2), (user, group, inits, sidecars) => {
      const { platform, api } = build({ runAs: { user, group } });
      for (let index = 0; index < inits; index += 1) api.pods.addInitContainer(`init-${index}`, helper);
      for (let index = 0; index < sidecars; index += 1) api.pods.addSidecar(`side-${index}`, helper);
      const containers = containersOf(platform.get('Deployment', 'api'));
      expect(containers).toHaveLength(1 + inits + sidecars);
      for (const { container } of containers) {
        expect(container.securityContext).toEqual({
          privileged: false,
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          runAsNonRoot: true,
          runAsUser: user,
          runAsGroup: group,
          capabilities: { drop: ['ALL'] },
          seccompProfile: { type: 'RuntimeDefault' },
        });
      }
      const { securityContext } = platform.spec('Deployment', 'api').template?.spec ?? {};
      expect(securityContext).toMatchObject({ runAsNonRoot: true, runAsUser: user, fsGroup: group });
    }),
    { numRuns: 20 },
  );
});

it('runs init containers in the order in which they were added, before the others', () => {
  const { platform, api } = build();
  for (const name of ['first', 'second']) api.pods.addInitContainer(name, helper);
  api.pods.addSidecar('beside', helper);
  const { initContainers = [], containers = [] } = platform.spec('Deployment', 'api').template?.spec ?? {};
  expect(initContainers.map(({ name }) => name)).toEqual(['first', 'second']);
  expect(containers.map(({ name }) => name)).toEqual(['api', 'beside']);
});

it('asks for as much memory and disk as it may use, and bursts with the processor alone', () => {
  const { platform } = build({
    resources: resourcesOf({ cpu: '100m', cpuLimit: '1', memory: '64Mi', ephemeralStorage: '1Gi' }),
  });
  const { requests, limits } = platform.container('Deployment', 'api').resources ?? {};
  expect(requests).toEqual({ cpu: '100m', memory: '64Mi', 'ephemeral-storage': '1Gi' });
  expect(limits).toEqual({ ...requests, cpu: '1' });
});

it('has an account of its own, without a token', () => {
  const { platform } = build();
  const pod = platform.spec('Deployment', 'api').template?.spec;
  expect(pod?.automountServiceAccountToken).toBe(false);
  expect(platform.get('ServiceAccount', pod?.serviceAccountName ?? '').object.automountServiceAccountToken).toBe(false);
});

it('mounts each volume that its containers name, once', () => {
  const shared = scratch('shared', Bytes.mebi(1));
  const { platform, api } = build({ mounts: [{ volume: shared, path: '/a' }] });
  api.pods.addInitContainer('init', { ...helper, mounts: [{ volume: shared, path: '/b' }] });
  api.pods.addSidecar('side', { ...helper, mounts: [{ volume: scratch('own', Bytes.mebi(1)), path: '/c' }] });
  const { volumes = [] } = platform.spec('Deployment', 'api').template?.spec ?? {};
  expect(volumes.map(({ name }) => name)).toEqual(['shared', 'own']);
});

it('is replaced when its configuration changes, and only then', () => {
  const annotationsWith = (text: string) => {
    const platform = new TestPlatform();
    const app = platform.component();
    const files = new ConfigFiles(app, 'Files', 'settings', () => ({ 'app.conf': text }));
    const mounts = [{ volume: configVolume('settings', files), path: '/etc/app' }];
    new StatelessWorkload(app, 'api', { ...workload, preStop: ['sleep', '5'], mounts });
    return platform.spec('Deployment', 'api').template?.metadata?.annotations;
  };
  expect(annotationsWith('a')).toEqual(annotationsWith('a'));
  expect(annotationsWith('a')).not.toEqual(annotationsWith('b'));
});

it('counts files by their content, in whatever order they are named', () => {
  const app = new TestPlatform().component();
  const checksum = (id: string, files: Readonly<Record<string, string>>): string =>
    new ConfigFiles(app, id, id, files).checksum;
  expect(checksum('one', { a: '1', b: '2' })).toBe(checksum('two', { b: '2', a: '1' }));
  expect(checksum('three', { a: '1' })).not.toBe(checksum('four', { a: '', 1: '' }));
});

it('takes one value for a variable from two sides when they agree', () => {
  const { platform, api } = build({ env: { LOG_LEVEL: 'info' } });
  api.pods.addEnv({ LOG_LEVEL: 'info', REGION: 'north' });
  expect(platform.variables('Deployment', 'api')).toEqual({ LOG_LEVEL: 'info', REGION: 'north' });
});

it('fails when two sides disagree on a variable, and shows the way out', () => {
  const { api } = build({ env: { MAIL_HOST: 'localhost' } });
  expect(() => {
    connect(api, foreignEndpoint('mail', 587, { prefix: 'MAIL', values: { HOST: 'mail.example.com' } }));
  }).toThrow(/'env.MAIL_HOST'[^]*got +mail.example.com[^]*it is localhost already[^]*by the option `variables`/);
});

it('fails for a name that no Service can have', () => {
  const app = new TestPlatform().component();
  expect(() => new StatelessWorkload(app, '1st-api', workload)).toThrow(/'id' cannot be used[^]*got +1st-api/);
});

it('fails for two workloads of one name in a namespace, whatever their kinds, and says where the other is', () => {
  const { app } = build();
  expect(() => new Task(new Construct(app, 'jobs'), 'api', { ...helper, activeDeadlineSeconds: 60 })).toThrow(
    "app/jobs/api: the workload 'shop-app/api' exists already (app/api); give one of them another id",
  );
});
