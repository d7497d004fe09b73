import { App } from 'cdk8s';
import type { Connection, KubernetesObject } from '../../lib/contracts';
import { assignSyncWaves, Bytes, Component, Images, resourcesOf, Topology } from '../../lib/core';
import type { RedisProps } from '../../lib/data';
import { clusterDns, ExternalSecrets, secretProvider } from '../../lib/security';
import { render } from '../../lib/synthesis';
import type { StatelessWorkloadProps } from '../../lib/workloads';
import { StatelessWorkload } from '../../lib/workloads';

/** An image that is pinned, and nothing else. */
export const image = new Images('test', {
  redis: { repository: 'docker.io/library/redis', tag: '7.4.11-alpine', digest: `sha256:${'0'.repeat(64)}` },
}).get('redis');

/** A Redis of the smallest ordinary kind. */
export const redisProps: RedisProps = {
  image,
  purpose: 'cache',
  storage: Bytes.parse('1Gi'),
  resources: resourcesOf({ cpu: '100m', memory: '256Mi' }),
  availability: 'single',
};

/** A service that may be connected to something. */
export function client(scope: Component, id: string): StatelessWorkload {
  const props: StatelessWorkloadProps = {
    image,
    priority: 'app',
    resources: resourcesOf({ cpu: '10m', memory: '32Mi' }),
    ports: [],
    availability: 'single',
    scaling: { minReplicas: 1, maxReplicas: 1, cpuPercent: 70, memoryPercent: 80, stabilizationWindow: '300s' },
  };
  return new StatelessWorkload(scope, id, props);
}

/** A small application: a tier for data and one for services. */
export class TestPlatform {
  public readonly data: Component;
  public readonly app: Component;
  private readonly root = new App();
  private readonly topology = Topology.create(
    this.root,
    clusterDns({ namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }),
  );

  constructor() {
    const store = { kind: 'ClusterSecretStore', name: 'vault' } as const;
    secretProvider.set(this.root, new ExternalSecrets({ store, path: 'shop/test', refreshInterval: '1h' }));
    this.data = new Component(this.root, 'data', { platform: 'shop' });
    this.app = new Component(this.root, 'app', { platform: 'shop' });
  }

  public get connections(): readonly Connection[] {
    return this.topology.connections;
  }

  /** Everything as it would be applied. */
  public render(): readonly KubernetesObject[] {
    assignSyncWaves(this.root, this.topology);
    return render(this.root).map(({ object }) => object);
  }
}
