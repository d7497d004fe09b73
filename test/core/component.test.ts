import { App } from 'cdk8s';
import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import { clusterScoped, Component, PerApplication } from '../../lib/core';
import { render } from '../../lib/synthesis';

test('its objects carry its namespace and labels, and names of their path within it', () => {
  const app = new App();
  const component = new Component(app, 'data', { platform: 'shop' });
  new k8s.KubeConfigMap(new Construct(component, 'postgres'), 'settings');
  const [manifest] = render(app);
  expect(manifest?.object.metadata).toMatchObject({
    name: 'postgres-settings',
    namespace: 'shop-data',
    labels: { 'app.kubernetes.io/part-of': 'shop', 'app.kubernetes.io/component': 'data' },
  });
  expect(manifest?.component).toBe('data');
});

test('the parts of a path that say nothing are left out of names', () => {
  const app = new App();
  const component = new Component(app, 'data', { platform: 'shop', namespace: 'elsewhere' });
  new k8s.KubeConfigMap(new Construct(component, 'redis'), 'Resource');
  expect(render(app).map(({ object }) => object.metadata.name)).toEqual(['redis']);
});

test('an object of the cluster has no namespace', () => {
  const app = new App();
  const component = new Component(app, 'cluster', { platform: 'shop' });
  new k8s.KubeNamespace(component, 'shop', { metadata: { ...clusterScoped, name: 'shop' } });
  expect(render(app)[0]?.object.metadata).not.toHaveProperty('namespace');
});

test('finds the component around a construct, and fails outside of every one', () => {
  const app = new App();
  const component = new Component(app, 'data', { platform: 'shop' });
  expect(Component.containing(new Construct(new Construct(component, 'a'), 'b'))).toBe(component);
  expect(() => Component.containing(new Construct(app, 'lost'))).toThrow(
    'lost: stands outside of every Component; create it inside of one',
  );
});

test('what an application has once is found from anywhere in it, and not from another', () => {
  const [app, other] = [new App(), new App()];
  const region = new PerApplication<string>('region');
  region.set(new Construct(app, 'a'), 'north');
  expect(region.get(new Construct(app, 'b'))).toBe('north');
  expect(() => {
    region.set(app, 'south');
  }).toThrow('the application has region already');
  expect(() => region.get(new Construct(other, 'c'))).toThrow('c: the application has no region; create it before');
});
