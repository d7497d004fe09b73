import { WebService } from '../../lib/app';
import type { Endpoint } from '../../lib/contracts';
import type { Component } from '../../lib/core';
import type { EdgeProps, Exposure } from '../../lib/web';
import { Edge, Frontend } from '../../lib/web';
import { foreignEndpoint, TestPlatform, workload } from '../test-platform';

const { image, resources, scaling, availability } = workload;

/** What the environment says of every service of the tests. */
export const sizing = { image, resources, scaling, availability } as const;

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
  issuer: { kind: 'ClusterIssuer', name: 'internal-ca' },
  rateLimit: { requestsPerSecond: 20, burst: 100 },
  maxBodySize: '10Mi',
  requestTimeout: '30s',
} as const satisfies EdgeProps;

/** A platform of one site and one service, in the namespaces shop-web and shop-app. */
export class WebPlatform extends TestPlatform {
  public readonly web: Component = this.component('web');
  public readonly frontend: Frontend = new Frontend(this.web, 'frontend', sizing);
  public readonly backend: WebService = new WebService(this.component('app'), 'backend', {
    ...sizing,
    port: 8000,
    readinessPath: '/ready',
    livenessPath: '/live',
  });

  /** An edge without a route. */
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

  /** The edge's `nginx.conf`. */
  public get nginxConf(): string {
    return this.files('edge-nginx')['nginx.conf'] ?? '';
  }
}

/** A service of somebody else, as an end point that says where it is. */
export function endpointAt(name: string, host: string, port: string): Endpoint {
  return foreignEndpoint(name, 9000, { prefix: 'X', values: { HOST: host, PORT: port } });
}
