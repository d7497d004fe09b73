import { App } from 'cdk8s';
import { WebService } from '../lib/app';
import { Bytes, clusterIssuerNamespace, Component, Images, resourcesOf, Topology, assignSyncWaves } from '../lib/core';
import {
  clusterDns,
  connect,
  ExternalSecrets,
  InternalCa,
  internalIssuer,
  IsolatedNamespace,
  Secret,
  TlsCertificate,
  secretProvider,
} from '../lib/security';
import type { Platform } from '../lib/synthesis';
import { PriorityClasses, StatefulWorkload, claimVolume, scratch, secretVolume } from '../lib/workloads';

const platform = 'bench';
const servicesPerComponent = 41;
const port = { name: 'tcp', number: 5432, protocol: 'TCP' } as const;
const resources = resourcesOf({ cpu: '100m', memory: '128Mi' });
const availability = 'hosts';
const image = new Images('bench', {
  sample: { repository: 'registry.example.com/sample', tag: '1.4.2', digest: `sha256:${'0a'.repeat(32)}` },
}).get('sample');

/** A platform of our own constructs, in components of about 300 objects: services that call one another and a store. */
export function constructsPlatform(components: number): Platform {
  const root = new App();
  const topology = Topology.create(root, clusterDns({ namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }));
  secretProvider.set(
    root,
    new ExternalSecrets({ store: { kind: 'ClusterSecretStore', name: 'vault' }, path: 'bench', refreshInterval: '1h' }),
  );
  const cluster = new Component(root, 'cluster', { platform });
  new PriorityClasses(cluster, 'priorities', platform);
  internalIssuer.set(root, new InternalCa(cluster, 'internal-ca', platform).issuer);
  for (let part = 0; part < components; part++) addComponent(new Component(root, `part-${part}`, { platform }));
  assignSyncWaves(root, topology);
  return {
    environment: 'bench',
    root,
    intents: {
      connections: topology.connections,
      promisedSecrets: [],
      prerequisites: [
        { kind: 'ClusterSecretStore', name: 'vault', neededFor: 'secrets' },
        { kind: 'Namespace', name: clusterIssuerNamespace, neededFor: 'the internal certificate authority' },
      ],
    },
  };
}

function addComponent(component: Component): void {
  new IsolatedNamespace(component, 'namespace');
  const secret = new Secret(component, 'store-password', { keys: ['password'] });
  const certificate = new TlsCertificate(component, 'store-tls', {
    name: 'store-tls',
    usage: 'server',
    dnsNames: [`store.${component.namespace}.svc`],
  });
  const store = new StatefulWorkload(component, 'store', {
    image,
    priority: 'data',
    resources,
    ports: [port],
    replicas: 2,
    availability,
    claims: [{ name: 'data', size: Bytes.parse('20Gi') }],
    mounts: [
      { path: '/data', volume: claimVolume('data') },
      { path: '/tmp', volume: scratch('scratch', Bytes.mebi(64)) },
      { path: '/run/secrets/store', volume: secretVolume('password', secret) },
      { path: '/run/secrets/tls', volume: secretVolume('tls', certificate) },
    ],
    probes: { readiness: { exec: ['ready'] }, liveness: { tcp: port } },
  });
  const door = store.pods.endpoint(port, {
    prefix: 'STORE',
    values: { HOST: store.host, PORT: String(port.number) },
    secrets: { PASSWORD: { secret, key: 'password' } },
  });
  let previous: WebService | undefined;
  for (let index = 0; index < servicesPerComponent; index++) {
    const service = new WebService(component, `service-${index}`, {
      image,
      port: 8080,
      readinessPath: '/ready',
      livenessPath: '/healthz',
      resources,
      availability,
      scaling: { minReplicas: 2, maxReplicas: 6, cpuPercent: 70, memoryPercent: 80, stabilizationWindow: '300s' },
      env: { LOG_LEVEL: 'info' },
    });
    connect(service, door);
    if (previous) connect(service, previous.http, { startup: false });
    previous = service;
  }
}
