import type { AddressPeer, Endpoint, IClient, PodPeer, PodPort } from '../contracts';

/** Where every client resolves names: the cluster's DNS pods, and a node-local cache where there is one. */
export interface DnsProps {
  readonly namespace: string;
  readonly labels: Readonly<Record<string, string>>;
}

const dnsPort = 53;

/** The cluster's DNS, over UDP and – for long answers – TCP. */
export function clusterDns({ namespace, labels }: DnsProps): Endpoint {
  return {
    name: 'dns',
    server: foreignPods(namespace, 'dns', labels),
    ports: [
      { name: 'dns', number: dnsPort, protocol: 'UDP' },
      { name: 'dns-tcp', number: dnsPort, protocol: 'TCP' },
    ],
  };
}

/** A DNS cache on each node's own network, which no label can select. */
export function nodeLocalDns(cidr: string): Endpoint {
  return { ...clusterDns({ namespace: '', labels: {} }), server: addresses('node-local-dns', [cidr]) };
}

/** The Kubernetes API server, for the few pods that have a Role. */
export function apiServer(cidrs: readonly string[], ports: readonly number[]): Endpoint {
  return {
    name: 'https',
    server: addresses('api-server', cidrs),
    ports: ports.map((number): PodPort => ({ name: `https-${String(number)}`, number, protocol: 'TCP' })),
  };
}

/** Pods of somebody else in this cluster; their own policies are not ours to write. */
export function foreignPods(namespace: string, name: string, labels: PodPeer['labels'] = {}): PodPeer {
  return { type: 'pods', id: `${namespace}/${name}`, namespace, labels, managed: false };
}

/** Hosts that no label can select. `except` stays forbidden. */
export function addresses(id: string, cidrs: readonly string[], except: readonly string[] = []): AddressPeer {
  return { type: 'addresses', id, cidrs, except };
}

/** A service outside the cluster, as an end point that a workload can be connected to. */
export interface ExternalServiceProps {
  readonly host: string;
  /** Blocks that its addresses come from: a network policy knows no host names. */
  readonly cidrs: readonly string[];
  readonly port: number;
  /**
   * How the client's variables start.
   * @default - the client is told nothing
   */
  readonly prefix?: string;
}

/** A host outside the cluster: a payment service, a mail relay, another team's API. */
export function externalService(id: string, { host, cidrs, port, prefix }: ExternalServiceProps): Endpoint {
  return {
    name: 'external',
    server: addresses(id, cidrs),
    ports: [{ name: 'external', number: port, protocol: 'TCP' }],
    ...(prefix === undefined ? {} : { wiring: { prefix, values: { HOST: host, PORT: String(port) } } }),
  };
}

/** Pods of an ingress controller or gateway, which bring users' requests to the edge. */
export function ingressController(namespace: string): IClient {
  return { peer: foreignPods(namespace, 'ingress-controller') };
}

/** Everybody in these blocks, connecting through a load balancer. */
export function clients(cidrs: readonly string[]): IClient {
  return { peer: addresses('clients', cidrs) };
}
