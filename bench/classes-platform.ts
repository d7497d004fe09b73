import { App } from 'cdk8s';
import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Component } from '../lib/core';
import type { Platform } from '../lib/synthesis';
import { ClassesService } from './classes-service';

/** With the three objects of the namespace, and eleven for each service, a component has 300. */
const servicesPerComponent = 27;

/** A platform of nothing but cdk8s' generated classes: fifteen kinds, in components of 300 objects. */
export function classesPlatform(components: number, root = new App()): Platform {
  for (let part = 0; part < components; part++) {
    const component = new Component(root, `part-${part}`, { platform: 'bench' });
    addNamespace(component);
    for (let index = 0; index < servicesPerComponent; index++) {
      new ClassesService(component, `service-${part}-${index}`, index);
    }
  }
  return { environment: 'bench', root, intents: { connections: [], promisedSecrets: [], prerequisites: [] } };
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
