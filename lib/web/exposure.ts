/** What every way in may say. */
interface CommonExposure {
  /**
   * Proxies in front of the edge, as address blocks. Only their word about
   * where a request comes from is believed.
   */
  readonly trustedProxies: readonly string[];
  /** What the cloud or the controller wants to be told: annotations of the Service, Ingress or Gateway. */
  readonly annotations: Readonly<Record<string, string>>;
}

/** Clients reach the edge itself, which terminates TLS: a Service of type LoadBalancer. */
export interface LoadBalancerExposure extends CommonExposure {
  readonly type: 'loadBalancer';
  /** Who may connect. */
  readonly clientCidrs: readonly string[];
}

/** Clients reach proxies that the cluster already has, which terminate TLS: an Ingress, or a Gateway with its routes. */
export interface ProxyExposure extends CommonExposure {
  readonly type: 'ingress' | 'gateway';
  /** The IngressClass or GatewayClass. */
  readonly className: string;
  /** Where the proxies' pods are: the only ones that may connect. */
  readonly controllerNamespace: string;
}

/** How clients reach the edge. */
export type Exposure = LoadBalancerExposure | ProxyExposure;

/** What stands in front of an edge needs to know of it. */
export interface EntranceProps {
  /** The edge's own name, and its Service's. */
  readonly name: string;
  readonly className: string;
  readonly annotations: Readonly<Record<string, string>>;
  /** The public names, asked for when all routes are known. */
  readonly hosts: () => readonly string[];
  /** The Secret with the public certificate. */
  readonly certificate: string;
  /** The port of the Service that serves plain HTTP. */
  readonly port: { readonly name: string; readonly number: number };
}
