import { ApiObject, App, Chart, JsonPatch } from 'cdk8s';
import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import { clusterScoped, Component, override } from '../../lib/core';
import { render } from '../../lib/synthesis';

let app: App;
let component: Component;
beforeEach(() => {
  app = new App();
  component = new Component(app, 'web', { platform: 'shop' });
});

test('every API object becomes one manifest, with its origin and its component', () => {
  const edge = new Construct(component, 'edge');
  const config = new k8s.KubeConfigMap(edge, 'config', { data: { key: 'value' } });
  new k8s.KubeConfigMap(new Component(app, 'data', { platform: 'shop' }), 'settings');
  const manifests = render(app);
  expect(manifests.map(({ origin, component: name }) => [origin, name])).toEqual([
    ['web/edge/config', 'web'],
    ['data/settings', 'data'],
  ]);
  expect(manifests[0]?.object).toEqual(config.toJson());
});

test('an object that belongs to the cluster has no namespace, not an empty one', () => {
  new k8s.KubePriorityClass(component, 'first', { metadata: { ...clusterScoped, name: 'first' }, value: 1 });
  new k8s.KubeConfigMap(component, 'config');
  expect(render(app).map(({ object }) => Object.keys(object.metadata).includes('namespace'))).toEqual([false, true]);
});

test('every construct validates itself once, and every object is rendered once', () => {
  const validations: string[] = [];
  let produced = 0;
  for (const name of ['a', 'b']) {
    const object = new k8s.KubeConfigMap(component, name, {
      data: { resolve: () => ({ times: String(++produced) }) } as unknown as Record<string, string>,
    });
    object.node.addValidation({ validate: () => (validations.push(name), []) });
  }
  component.node.addValidation({ validate: () => (validations.push('web'), []) });
  render(app);
  expect(validations).toEqual(['web', 'a', 'b']);
  expect(produced).toBe(2);
});

test('all messages of all constructs come in one error, each with its place', () => {
  const broken = new Construct(component, 'broken');
  broken.node.addValidation({ validate: () => ['first', 'web/broken: second'] });
  const date = { day: new Date(0) } as unknown as Record<string, string>;
  new k8s.KubeConfigMap(component, 'dated', { data: date });
  const message = messageOf(() => render(app));
  expect(message.split('\n\n')).toEqual([
    'web/broken: first',
    'web/broken: second',
    "web/dated: can't render non-simple object of type 'Date'",
  ]);
});

test('an override that a generated class drops fails', () => {
  const object = new k8s.KubeConfigMap(component, 'config');
  override(object, '/unknown', true, 'a field that does not exist in any version');
  expect(messageOf(() => render(app))).toContain('override(/unknown)');
});

test('a patch that arrives is part of the object', () => {
  new k8s.KubeConfigMap(component, 'config').addJsonPatch(JsonPatch.add('/immutable', true));
  expect(render(app)[0]?.object).toHaveProperty('immutable', true);
});

test.each(['construct', 'chart'] as const)('fails for a dependency of a %s, because order is sync waves', (of) => {
  const other = new Component(app, 'data', { platform: 'shop' });
  if (of === 'chart') component.addDependency(other);
  else new Construct(component, 'edge').node.addDependency(other);
  expect(messageOf(() => render(app))).toMatch(/^web(\/edge)?: addDependency\(data\).*connect\(…\)$/);
});

test('fails for a chart inside of a chart', () => {
  new Chart(component, 'inner');
  expect(messageOf(() => render(app))).toMatch(/^web\/inner: stands inside of the chart web/);
});

test('fails for an object outside of every component', () => {
  new ApiObject(new Chart(app, 'plain'), 'object', { apiVersion: 'v1', kind: 'ConfigMap' });
  expect(messageOf(() => render(app))).toMatch(/^plain\/object: stands outside of every Component/);
});

function messageOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  throw new Error('nothing was thrown');
}
