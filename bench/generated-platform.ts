import { App } from 'cdk8s';
import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Component } from '../lib/core';
import { BenchService, objectsPerService } from './service';

const servicesPerComponent = 27;
const objectsOfComponent = 3;
const objectsPerComponent = objectsOfComponent + servicesPerComponent * objectsPerService;

/**
 * A platform of exactly that many objects, of fifteen kinds, in components of 300.
 * @throws when the number is no multiple of 300
 */
export function generatedPlatform(objects: number): App {
  if (objects % objectsPerComponent !== 0) throw new Error(`${objects} is no multiple of ${objectsPerComponent}`);
  const app = new App();
  for (let part = 0; part < objects / objectsPerComponent; part++) {
    const component = new Component(app, `part-${part}`, { platform: 'bench' });
    addNamespace(component);
    for (let index = 0; index < servicesPerComponent; index++) {
      new BenchService(component, `service-${part}-${index}`, index);
    }
  }
  return app;
}

function addNamespace(component: Component): void {
  new k8s.KubeNamespace(component, 'namespace', {
    metadata: { name: component.namespace, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
  });
  new k8s.KubeResourceQuota(component, 'quota', {
    spec: { hard: { pods: k8s.Quantity.fromString('200'), 'requests.cpu': k8s.Quantity.fromString('40') } },
  });
  new k8s.KubeLimitRange(component, 'limits', {
    spec: { limits: [{ type: 'Container', default: { memory: k8s.Quantity.fromString('256Mi') } }] },
  });
}
