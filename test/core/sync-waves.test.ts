import type { ApiObject } from 'cdk8s';
import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { assignSyncWaves, placeInStage } from '../../lib/core';
import { connect } from '../../lib/security';
import { ConfigFiles, configVolume, StatelessWorkload } from '../../lib/workloads';
import { TestPlatform, workload } from '../test-platform';

const [port] = workload.ports;

function waveOf({ metadata }: ApiObject): number {
  return Number(
    (metadata.toJson() as { annotations: Record<string, string> }).annotations['argocd.argoproj.io/sync-wave'],
  );
}

function build() {
  const platform = new TestPlatform();
  const app = platform.component();
  const make = (id: string): StatelessWorkload =>
    new StatelessWorkload(app, id, { ...workload, preStop: ['sleep', '5'] });
  return { platform, app, make };
}

test('a client’s objects come after those of its server, the Service and the autoscaler too', () => {
  const { platform, make } = build();
  const [server, client] = [make('server'), make('client')];
  connect(client, server.endpoint(port));
  const waves = (name: string): number[] =>
    ['Deployment', 'Service', 'HorizontalPodAutoscaler'].map((kind) =>
      Number(platform.get(kind, name).object.metadata.annotations?.['argocd.argoproj.io/sync-wave']),
    );
  expect(waves('server')).toEqual([0, 0, 0]);
  expect(waves('client')).toEqual([1, 1, 1]);
});

test('what workloads stand on comes first: namespace, rights and policies, configuration, workloads', () => {
  const { platform, app, make } = build();
  const files = new ConfigFiles(app, 'Files', 'settings', { a: 'b' });
  new StatelessWorkload(app, 'reader', {
    ...workload,
    preStop: ['sleep', '5'],
    mounts: [{ path: '/etc/settings', volume: configVolume('settings', files) }],
  });
  make('server');
  const waves = ['Namespace', 'NetworkPolicy', 'ConfigMap', 'Deployment'].map((kind) => {
    const found = platform
      .ofKind(kind)
      .map(({ object }) => Number(object.metadata.annotations?.['argocd.argoproj.io/sync-wave']));
    expect(new Set(found).size).toBe(1);
    return found[0] ?? Number.NaN;
  });
  expect(waves).toEqual([...waves].sort((a, b) => a - b));
  expect(new Set(waves).size).toBe(waves.length);
  expect(platform.findings).toEqual([]);
});

test('an object that was placed by hand stays there', () => {
  const { platform, app } = build();
  const [early, late] = ['early', 'late'].map((name) => new k8s.KubeConfigMap(app, name, { metadata: { name } }));
  if (!early || !late) throw new Error('nothing was made');
  placeInStage(late, 'secrets', 3);
  assignSyncWaves(platform.root, platform.topology);
  expect(waveOf(late)).toBe(waveOf(early) + 3);
});
