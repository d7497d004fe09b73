import type { PodSpec } from 'cdk8s-plus-27/lib/imports/k8s';
import type { KeycloakProps } from '../../lib/app';
import { Keycloak } from '../../lib/app';
import type { Rendered } from '../../lib/checks/rendered';
import type { Endpoint } from '../../lib/contracts';
import type { Component } from '../../lib/core';
import { resourcesOf } from '../../lib/core';
import { ExistingSecrets, Secret } from '../../lib/security';
import { foreignEndpoint, TestPlatform, workload } from '../test-platform';

export const resources = resourcesOf({ cpu: '500m', memory: '1Gi' });
export const sized = { image: workload.image, scaling: workload.scaling, availability: 'hosts', resources } as const;

export function databaseOf(component: Component, tls = true): Endpoint {
  const secret = new Secret(component, 'postgres-keycloak', { keys: ['password'] });
  return foreignEndpoint('postgres', 5432, {
    prefix: 'DATABASE',
    values: { HOST: 'postgres.elsewhere.svc', PORT: '5432', NAME: 'sign-on', USER: 'signer' },
    secrets: { PASSWORD: { secret, key: 'password' } },
    tls,
  });
}

/** What a test looks at. */
export interface Built {
  readonly platform: TestPlatform;
  readonly app: Component;
  readonly keycloak: Keycloak;
  readonly secrets: ExistingSecrets;
}

/** Keycloak alone in a tier, with the least that it needs and what a test adds. */
export function build(more: Partial<KeycloakProps> = {}): Built {
  const secrets = new ExistingSecrets();
  const platform = new TestPlatform(secrets);
  const app = platform.component();
  const keycloak = new Keycloak(app, 'keycloak', {
    ...sized,
    hostname: 'auth.example.com',
    database: databaseOf(app),
    realm: { name: 'shop', clients: [{ id: 'site', redirectUris: ['https://example.com/*'] }] },
    ...more,
  });
  return { platform, app, keycloak, secrets };
}

export function podOf(platform: TestPlatform): Rendered<PodSpec> {
  return platform.spec('Deployment', 'keycloak').template?.spec ?? {};
}

export function variablesOf(platform: TestPlatform, container?: string): Readonly<Record<string, string>> {
  return platform.variables('Deployment', 'keycloak', container);
}
