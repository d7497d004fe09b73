import { App } from 'cdk8s';
import type { Container } from 'cdk8s-plus-27/lib/imports/k8s';
import { WebService } from '../../lib/app';
import type { Rendered } from '../../lib/checks/rendered';
import type { Specs } from '../../lib/checks/specs';
import { specOf } from '../../lib/checks/specs';
import type { Endpoint, Manifest } from '../../lib/contracts';
import { Component, Images, resourcesOf, Topology } from '../../lib/core';
import { clusterDns, ExternalSecrets, internalIssuer, secretProvider } from '../../lib/security';
import { render } from '../../lib/synthesis';
import type { EdgeProps, Exposure } from '../../lib/web';
import { Edge, Frontend } from '../../lib/web';

const images = new Images('images.yaml', {
  nginx: {
    repository: 'docker.io/nginxinc/nginx-unprivileged',
    tag: '1.31.6-alpine',
    digest: `sha256:${'a'.repeat(64)}`,
  },
});

/** What every service of the tests is sized like. */
export const sizing = {
  image: images.get('nginx'),
  resources: resourcesOf({ cpu: '100m', memory: '128Mi' }),
  scaling: { minReplicas: 2, maxReplicas: 4, cpuPercent: 70, memoryPercent: 80, stabilizationWindow: '300s' },
  availability: 'hosts',
} as const;

/** One exposure of each type. */
export const exposures = {
  loadBalancer: {
    type: 'loadBalancer',
    clientCidrs: ['198.51.100.0/24', '203.0.113.0/24'],
    trustedProxies: [],
    annotations: { 'example.com/scheme': 'internal' },
  },
  ingress: {
    type: 'ingress',
    className: 'traefik',
    controllerNamespace: 'traefik',
    trustedProxies: ['10.244.0.0/16'],
    annotations: { 'example.com/router': 'public' },
  },
  gateway: {
    type: 'gateway',
    className: 'envoy',
    controllerNamespace: 'envoy-gateway-system',
    trustedProxies: ['10.244.0.0/16'],
    annotations: { 'example.com/scheme': 'internal' },
  },
} as const satisfies Readonly<Record<string, Exposure>>;

/** The least that an edge needs. */
export const edgeProps = {
  ...sizing,
  exposure: exposures.loadBalancer,
  issuer: { kind: 'ClusterIssuer', name: 'letsencrypt' },
  rateLimit: { requestsPerSecond: 20, burst: 100 },
  maxBodySize: '10Mi',
  requestTimeout: '30s',
} as const satisfies EdgeProps;

/** A platform of one site and one service, in the namespaces shop-web and shop-app. */
export class TestPlatform {
  public readonly root = new App();
  public readonly web: Component;
  public readonly frontend: Frontend;
  public readonly backend: WebService;

  constructor() {
    Topology.create(this.root, clusterDns({ namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }));
    const store = { kind: 'ClusterSecretStore', name: 'vault' } as const;
    secretProvider.set(this.root, new ExternalSecrets({ store, path: 'shop/test', refreshInterval: '1h' }));
    internalIssuer.set(this.root, { kind: 'ClusterIssuer', name: 'internal-ca' });
    const app = new Component(this.root, 'app', { platform: 'shop' });
    this.web = new Component(this.root, 'web', { platform: 'shop' });
    this.frontend = new Frontend(this.web, 'frontend', sizing);
    this.backend = new WebService(app, 'backend', {
      ...sizing,
      port: 8000,
      readinessPath: '/ready',
      livenessPath: '/live',
    });
  }

  public edge(props: Partial<EdgeProps> = {}): Edge {
    return new Edge(this.web, 'edge', { ...edgeProps, ...props });
  }

  /** An edge with a route to each of the two. */
  public routedEdge(props: Partial<EdgeProps> = {}): Edge {
    const edge = this.edge(props);
    edge.addRoute({ host: 'shop.example.com', to: this.frontend.http });
    edge.addRoute({ host: 'api.shop.example.com', to: this.backend.http });
    return edge;
  }

  public render(): Outcome {
    return new Outcome(render(this.root));
  }
}

/** What came out, by kind and name. */
export class Outcome {
  constructor(public readonly manifests: readonly Manifest[]) {}

  /** @throws when there is not exactly one */
  public get(kind: string, name: string): Manifest {
    const found = this.manifests.filter(({ object }) => object.kind === kind && object.metadata.name === name);
    const [manifest] = found;
    if (manifest && found.length === 1) return manifest;
    throw new Error(`${kind} '${name}': ${found.length} were rendered`);
  }

  public spec<K extends keyof Specs>(kind: K, name: string): Rendered<Specs[K]> {
    const spec = specOf(kind, this.get(kind, name));
    if (spec) return spec;
    throw new Error(`${kind} '${name}' has no spec`);
  }

  public names(kind: string): readonly string[] {
    return this.manifests.filter(({ object }) => object.kind === kind).map(({ object }) => object.metadata.name);
  }

  /** A file of a ConfigMap. */
  public file(configMap: string, name: string): string {
    const { data } = this.get('ConfigMap', configMap).object as unknown as { data: Readonly<Record<string, string>> };
    const text = data[name];
    if (text !== undefined) return text;
    throw new Error(`ConfigMap '${configMap}' has no file '${name}'`);
  }

  /** The only container of a Deployment. */
  public container(name: string): Rendered<Container> {
    const [container] = this.spec('Deployment', name).template?.spec?.containers ?? [];
    if (container) return container;
    throw new Error(`Deployment '${name}' has no container`);
  }
}

/** A service of somebody else, as an end point. */
export function endpointAt(name: string, host: string, port: string): Endpoint {
  return {
    name: 'http',
    server: { type: 'pods', id: `elsewhere/${name}`, namespace: 'elsewhere', labels: {}, managed: false },
    ports: [{ name: 'http', number: 9000, protocol: 'TCP' }],
    wiring: { prefix: 'X', values: { HOST: host, PORT: port } },
  };
}
