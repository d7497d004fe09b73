/** Where cert-manager looks for the key of a cluster-wide issuer: by default its own namespace. */
export const clusterIssuerNamespace = 'cert-manager';
