import { App } from 'cdk8s';
import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import type { Intents, Manifest } from '../../lib/contracts';
import { Component } from '../../lib/core';
import type { Platform } from '../../lib/synthesis';

export const noIntents: Intents = { connections: [], promisedSecrets: [], prerequisites: [] };

/** A platform of one component with one ConfigMap for every name. */
export function configMaps(environment: string, ...names: readonly string[]): Platform {
  const root = new App();
  const component = new Component(root, 'web', { platform: 'shop' });
  for (const name of names) new k8s.KubeConfigMap(component, name, { data: { key: name } });
  return { environment, root, intents: noIntents };
}

/** A manifest as rendering gives it, in the component `web` unless said otherwise. */
export function manifest(kind: string, namespace: string | undefined, name: string, component = 'web'): Manifest {
  const metadata = { name, ...(namespace === undefined ? {} : { namespace }) };
  return { object: { apiVersion: 'v1', kind, metadata }, origin: `${component}/${namespace ?? ''}/${name}`, component };
}
