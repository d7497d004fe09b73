import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import { exempt, nameLabels } from '../../lib/core';
import { StatelessWorkload } from '../../lib/workloads';
import { TestPlatform, workload } from '../test-platform';

const reason = 'the image of this program insists on it';

function build() {
  const platform = new TestPlatform();
  const app = platform.component();
  new StatelessWorkload(app, 'api', { ...workload, preStop: ['sleep', '5'] });
  const object = new k8s.KubeConfigMap(app, 'map', { metadata: { name: 'map', labels: nameLabels('map') }, data: {} });
  return { platform, app, object };
}

test('the reason stands on the object, for people and for the judge', () => {
  const { platform, object } = build();
  exempt(object, { rule: 'objects-are-used', reason });
  expect(platform.get('ConfigMap', 'map').object.metadata.annotations).toMatchObject({
    'drydock.dev/exempt.objects-are-used': reason,
  });
  expect(platform.findings).toEqual([]);
});

test('an exemption that nothing needs is a finding', () => {
  const { platform, object } = build();
  exempt(object, { rule: 'objects-are-used', reason });
  exempt(object, { rule: 'names-are-legal', reason });
  expect(platform.findings.join()).toMatch(
    /exemptions-are-needed.*names-are-legal|names-are-legal.*exemptions-are-needed/,
  );
});

test('fails for a reason that no reviewer could judge', () => {
  const { object } = build();
  expect(() => {
    exempt(object, { rule: 'objects-are-used', reason: '   because           ' });
  }).toThrow(/^app\/map: 'exempt\(objects-are-used\)\.reason' cannot be used[^]*a sentence of 20 characters or more/);
});

test('fails for a construct that is not rendered', () => {
  const { app } = build();
  expect(() => {
    exempt(new Construct(app, 'idea'), { rule: 'objects-are-used', reason });
  }).toThrow(/^app\/idea: 'exempt'[^]*an API object: rules judge rendered objects/);
});
