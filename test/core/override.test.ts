import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { override } from '../../lib/core';
import { StatelessWorkload } from '../../lib/workloads';
import { TestPlatform, workload } from '../test-platform';

const reason = 'no prop of the construct can say this';

function build() {
  const platform = new TestPlatform();
  const { deployment } = new StatelessWorkload(platform.component(), 'api', { ...workload, preStop: ['sleep', '5'] });
  return { platform, deployment };
}

test('the value stands in the rendered object, and the reason beside it', () => {
  const { platform, deployment } = build();
  override(deployment, '/spec/paused', true, reason);
  expect(platform.spec('Deployment', 'api').paused).toBe(true);
  const { annotations = {} } = platform.get('Deployment', 'api').object.metadata;
  expect(Object.entries(annotations).filter(([, text]) => text === reason)).toEqual([
    ['drydock.dev/override.spec.paused', reason],
  ]);
});

test('fails when rendering drops the field without a word', () => {
  const { platform, deployment } = build();
  override(deployment, '/spec/pausedd', true, reason);
  expect(() => platform.manifests).toThrow(
    'app/api/Deployment: override(/spec/pausedd) did not reach the rendered object; the field does not exist in apps/v1 Deployment',
  );
});

test('every path becomes a legal annotation of its own', () => {
  const { platform, deployment } = build();
  const keys = ['a', 'b'].flatMap((end) => [
    `/metadata/annotations/${'x'.repeat(41)}.${end}`,
    `/metadata/annotations/${'y.'.repeat(40)}${end}`,
  ]);
  for (const path of keys) override(deployment, path, 'value', reason);
  const { annotations = {} } = platform.get('Deployment', 'api').object.metadata;
  const names = Object.entries(annotations)
    .filter(([, text]) => text === reason)
    .map(([name]) => name.slice('drydock.dev/'.length));
  expect(names).toHaveLength(keys.length);
  for (const name of names) expect(name).toMatch(/^[A-Za-z0-9]([-_.A-Za-z0-9]{0,61}[A-Za-z0-9])?$/);
});

test('fails for a path that is none, and for a reason that says nothing', () => {
  const map = new k8s.KubeConfigMap(new TestPlatform().component(), 'map', { metadata: { name: 'map' } });
  expect(() => {
    override(map, 'spec.paused', true, reason);
  }).toThrow(/^app\/map: 'override'[^]*a JSON pointer such as \/spec\/paused/);
  expect(() => {
    override(map, '/data/x', 'y', 'needed');
  }).toThrow(/a reason of 20 characters or more/);
});
