import { App } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { KubernetesObject } from '../../lib/contracts';
import type { Image } from '../../lib/core';
import { assignSyncWaves, Bytes, Component, Images, resourcesOf, Topology } from '../../lib/core';
import type { PostgresProps } from '../../lib/data/postgres';
import { clusterDns, ExternalSecrets, internalIssuer, IsolatedNamespace, secretProvider } from '../../lib/security';
import { render } from '../../lib/synthesis';
import { StatelessWorkload } from '../../lib/workloads';

const digest = `sha256:${'0'.repeat(64)}`;
/** A pinned image of no meaning. */
export const image: Image = new Images('images.yaml', {
  postgres: { repository: 'docker.io/library/postgres', tag: '15.19-bookworm', digest },
}).get('postgres');

/** Props of a small server that is valid. */
export const smallServer: PostgresProps = {
  image,
  resources: resourcesOf({ cpu: '100m', memory: '1Gi' }),
  availability: 'single',
  storage: Bytes.parse('2Gi'),
  maxConnections: 100,
};

/** A data tier to put a server into, and an app tier for its clients. */
export interface Tiers {
  readonly root: App;
  readonly data: Component;
  readonly app: Component;
}

/** An application with two tiers, without anything in them. */
export function tiers(): Tiers {
  const root = new App();
  Topology.create(root, clusterDns({ namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }));
  secretProvider.set(
    root,
    new ExternalSecrets({
      store: { kind: 'ClusterSecretStore', name: 'vault' },
      path: 'shop/test',
      refreshInterval: '1h',
    }),
  );
  internalIssuer.set(root, { kind: 'ClusterIssuer', name: 'internal-ca' });
  const tier = (id: string): Component => {
    const component = new Component(root, id, { platform: 'shop' });
    new IsolatedNamespace(component, 'namespace');
    return component;
  };
  return { root, data: tier('data'), app: tier('app') };
}

/** A client with a fixed number of pods at rest; a roll-out adds two more. */
export function client(tier: Component, id: string, replicas = 2): StatelessWorkload {
  return new StatelessWorkload(tier, id, {
    image,
    priority: 'app',
    resources: resourcesOf({ cpu: '100m', memory: '128Mi' }),
    ports: [],
    availability: 'single',
    scaling: {
      minReplicas: replicas,
      maxReplicas: replicas,
      cpuPercent: 70,
      memoryPercent: 80,
      stabilizationWindow: '300s',
    },
  });
}

/** The rendered objects, for questions by kind and name. */
export class Rendered {
  private constructor(public readonly objects: readonly KubernetesObject[]) {}

  public static of(root: IConstruct): Rendered {
    assignSyncWaves(root, Topology.of(root));
    return new Rendered(render(root).map(({ object }) => object));
  }

  /** A field of the one object of that kind and name. @throws when there is not exactly one */
  public field(kind: string, name: string, ...path: readonly (string | number)[]): unknown {
    const found = this.objects.filter((object) => object.kind === kind && object.metadata.name === name);
    if (found.length !== 1) throw new Error(`${kind} '${name}': ${found.length} rendered, expected 1`);
    return path.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], found[0]);
  }

  public namesOf(kind: string): readonly string[] {
    return this.objects.filter((object) => object.kind === kind).map(({ metadata }) => metadata.name);
  }
}
