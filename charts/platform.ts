import { App } from 'cdk8s';
import type { Intents } from '../lib/contracts';
import { assignSyncWaves, DescriptionError, Topology } from '../lib/core';
import type { Images } from '../lib/core';
import type { Environment } from '../lib/environment';
import { GeneratedSecrets, secretProvider } from '../lib/security';
import type { Platform } from '../lib/synthesis';
import { AppTier } from './app-tier';
import { Cluster } from './cluster';
import { dnsOf } from './cluster-peers';
import { DataTier } from './data-tier';
import { prerequisitesOf } from './prerequisites';
import { createSecretProvider, Secrets } from './secrets';
import { WebTier } from './web-tier';

/** Puts one environment together: which components exist, and who gets to know whom. */
export function createPlatform(environment: Environment, images: Images): Platform {
  const root = new App();
  const topology = Topology.create(root, dnsOf(environment));
  const secrets = createSecretProvider(environment);
  secretProvider.set(root, secrets);

  new Cluster(root, 'cluster', environment);
  const data = new DataTier(root, 'data', { environment, images });
  const app = new AppTier(root, 'app', { environment, images, data });
  const web = new WebTier(root, 'web', { environment, images, app });
  if (secrets instanceof GeneratedSecrets) new Secrets(root, 'secrets', { environment, images, secrets });
  demandServices(environment, [...app.services, ...web.services]);

  assignSyncWaves(root, topology);
  const intents: Intents = {
    connections: topology.connections,
    promisedSecrets: secrets.promised,
    prerequisites: prerequisitesOf(environment),
  };
  return { environment: environment.name, root, intents };
}

/** A size for a service that does not exist is a misspelled name, and would be without effect. */
function demandServices({ name, services }: Environment, existing: readonly string[]): void {
  const unknown = Object.keys(services).filter((service) => !existing.includes(service));
  if (unknown.length === 0) return;
  throw new DescriptionError(
    `environments/${name}.yaml: services: found ${unknown.join(', ')}; expected one of ${existing.join(', ')}; ` +
      `fix: correct the name, or describe the service in charts/`,
  );
}
