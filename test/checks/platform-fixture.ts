import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Connection, Endpoint, Intents, KubernetesObject, Manifest, PodPeer } from '../../lib/contracts';

/** A mutable set of manifests and intents: what a test breaks one thing of. */
export interface Platform {
  objects: KubernetesObject[];
  intents: Intents;
}

// One document in four files, because aliases reach back to the files before.
const source = ['namespaces', 'api', 'jobs', 'postgres']
  .map((part) => readFileSync(join(__dirname, 'platform', `${part}.yaml`), 'utf8'))
  .join('\n');
// Without the round trip through JSON, what is repeated by alias would be one shared object.
const objects = JSON.stringify(parse(source));

/** Our pods, as a declared connection names them. */
export function ours(namespace: string, name: string): PodPeer {
  return {
    type: 'pods',
    id: `${namespace}/${name}`,
    namespace,
    labels: { 'app.kubernetes.io/name': name },
    managed: true,
  };
}

/** A connection of ours, or of somebody else's, to one TCP port. */
export function connection(
  from: Connection['from'],
  server: Endpoint['server'],
  port: number,
  startup = false,
): Connection {
  const name = String(port);
  return { from, to: { name, server, ports: [{ name, number: port, protocol: 'TCP' }] }, startup };
}

const dns: Endpoint = {
  name: 'dns',
  server: {
    type: 'pods',
    id: 'kube-system/dns',
    namespace: 'kube-system',
    labels: { 'k8s-app': 'kube-dns' },
    managed: false,
  },
  ports: [
    { name: 'dns', number: 53, protocol: 'UDP' },
    { name: 'dns-tcp', number: 53, protocol: 'TCP' },
  ],
};

export const api = ours('shop-app', 'api');
export const postgres = ours('shop-data', 'postgres');
export const migration = ours('shop-app', 'migration');
export const report = ours('shop-app', 'report');
export const ingress: PodPeer = {
  type: 'pods',
  id: 'ingress/controller',
  namespace: 'ingress',
  labels: {},
  managed: false,
};

/** A fresh platform that keeps every rule. */
export function validPlatform(): Platform {
  return {
    objects: JSON.parse(objects) as KubernetesObject[],
    intents: {
      connections: [
        connection(ingress, api, 8080),
        { from: api, to: dns, startup: false },
        connection(api, postgres, 5432, true),
        { from: migration, to: dns, startup: false },
        connection(migration, postgres, 5432, true),
        { from: report, to: dns, startup: false },
        connection(
          report,
          { type: 'addresses', id: 'api-server', cidrs: ['10.0.0.0/24'], except: ['10.0.0.128/25'] },
          6443,
        ),
      ],
      promisedSecrets: [],
      prerequisites: [
        { kind: 'ClusterSecretStore', name: 'vault', neededFor: 'every secret' },
        { kind: 'ClusterIssuer', name: 'platform', neededFor: 'certificates' },
        { kind: 'StorageClass', name: 'fast', neededFor: 'the database' },
        { kind: 'IngressClass', name: 'nginx', neededFor: 'the API' },
        { kind: 'GatewayClass', name: 'envoy', neededFor: 'the API' },
      ],
    },
  };
}

/** The platform as the judge takes it. */
export function manifestsOf({ objects: all }: Platform): readonly Manifest[] {
  return all.map((object) => {
    const { name, namespace } = object.metadata;
    return {
      object,
      component: namespace ?? 'cluster',
      origin: [namespace, object.kind, name].filter(Boolean).join('/'),
    };
  });
}
