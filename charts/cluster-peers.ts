import type { Endpoint } from '../lib/contracts';
import type { Environment } from '../lib/environment';
import { apiServer, clusterDns, nodeLocalDns } from '../lib/security';

/** Where the environment's API server answers. */
export function apiServerOf({ cluster }: Environment): Endpoint {
  return apiServer(cluster.apiServer.cidrs, cluster.apiServer.ports);
}

/** Where the environment's pods resolve names. */
export function dnsOf({ cluster: { dns } }: Environment): Endpoint {
  return dns.nodeLocalCidr === undefined ? clusterDns(dns) : nodeLocalDns(dns.nodeLocalCidr);
}
