import {
  address,
  addressBlock,
  atLeast,
  dnsLabel,
  dnsSubdomain,
  exactlyOne,
  fields,
  has,
  hostName,
  labelKey,
  labels,
  listOf,
  never,
  oneOf,
  port,
  portName,
  portOrName,
  protocol,
} from './overlay-values';
import type { Overlay, Schema } from './schema';

/** The API server's own limit for client affinity: a day. */
const maxAffinitySeconds = 86_400;

const withoutAddress: Schema = { properties: { clusterIP: { const: 'None' } }, required: ['clusterIP'] };
const outside: Schema = { properties: { type: { enum: ['NodePort', 'LoadBalancer'] } }, required: ['type'] };

/** Services. */
export const serviceFacts: Overlay = {
  ServiceSpec: {
    properties: {
      type: oneOf('ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'),
      selector: labels,
      externalName: dnsSubdomain,
      externalTrafficPolicy: oneOf('Cluster', 'Local'),
      internalTrafficPolicy: oneOf('Cluster', 'Local'),
      ipFamilies: listOf('IPv4', 'IPv6'),
      ipFamilyPolicy: oneOf('SingleStack', 'PreferDualStack', 'RequireDualStack'),
      loadBalancerSourceRanges: { items: addressBlock },
      externalIPs: { items: address },
      sessionAffinity: oneOf('None', 'ClientIP'),
      healthCheckNodePort: port,
      ports: {
        unique: [
          { fields: ['name'] },
          { fields: ['port', 'protocol'], defaults: { protocol: 'TCP' } },
          { fields: ['nodePort', 'protocol'], defaults: { protocol: 'TCP' } },
        ],
        anyOf: [{ maxItems: 1 }, { items: { required: ['name'] } }],
        description: 'a name for every port where there is more than one',
      },
    },
    allOf: [
      never('an externalName with the type ExternalName', {
        allOf: [has('type', 'ExternalName'), { not: { required: ['externalName'] } }],
      }),
      never('ports, or clusterIP: None, or the type ExternalName', {
        not: {
          anyOf: [
            { required: ['ports'], properties: { ports: { minItems: 1 } } },
            withoutAddress,
            has('type', 'ExternalName'),
          ],
        },
      }),
      never('clusterIP: None only with the type ClusterIP', { allOf: [withoutAddress, outside] }),
      never('nodePort only with the types NodePort and LoadBalancer', {
        required: ['ports'],
        properties: { ports: { not: { items: { not: { required: ['nodePort'] } } } } },
        not: outside,
      }),
      never('externalTrafficPolicy only with the types NodePort and LoadBalancer', {
        allOf: [{ required: ['externalTrafficPolicy'] }, { not: outside }],
      }),
      never('loadBalancerSourceRanges only with the type LoadBalancer', {
        allOf: [{ required: ['loadBalancerSourceRanges'] }, { not: has('type', 'LoadBalancer') }],
      }),
    ],
  },
  ServicePort: fields({
    name: dnsLabel,
    port,
    targetPort: portOrName,
    nodePort: port,
    protocol,
    appProtocol: labelKey,
  }),
  ClientIPConfig: fields({ timeoutSeconds: atLeast(1, maxAffinitySeconds) }),
};

/** Ingresses and network policies. */
export const networkingFacts: Overlay = {
  IngressSpec: {
    anyOf: [{ required: ['rules'], properties: { rules: { minItems: 1 } } }, { required: ['defaultBackend'] }],
    description: 'rules or a defaultBackend',
    properties: { ingressClassName: dnsSubdomain },
  },
  IngressTLS: fields({ hosts: { items: hostName }, secretName: dnsSubdomain }),
  IngressRule: fields({ host: hostName }),
  HTTPIngressRuleValue: fields({ paths: { minItems: 1 } }),
  HTTPIngressPath: {
    properties: { pathType: oneOf('Exact', 'Prefix', 'ImplementationSpecific') },
    anyOf: [
      has('pathType', 'ImplementationSpecific'),
      {
        required: ['path'],
        properties: { path: { pattern: '^/(?!.*(//|/\\.\\.?(/|$)|%2[fF]))' } },
      },
    ],
    description: 'a path that starts with /, without //, /./ and /../',
  },
  IngressBackend: exactlyOne('exactly one of resource, service'),
  IngressServiceBackend: { properties: { name: dnsSubdomain }, required: ['port'] },
  ServiceBackendPort: { ...exactlyOne('exactly one of name, number'), properties: { number: port, name: portName } },
  NetworkPolicySpec: fields({ policyTypes: listOf('Ingress', 'Egress') }),
  NetworkPolicyPort: {
    ...never('a port number with endPort', {
      required: ['endPort'],
      not: { required: ['port'], properties: { port: { type: 'integer' } } },
    }),
    properties: { port: portOrName, endPort: port, protocol },
  },
  NetworkPolicyPeer: {
    minProperties: 1,
    not: { required: ['ipBlock'], minProperties: 2 },
    description: 'ipBlock alone, or podSelector, namespaceSelector or both',
  },
  IPBlock: fields({ cidr: addressBlock, except: { items: addressBlock } }),
};

/** Where a Service's traffic ends. */
export const discoveryFacts: Overlay = {
  EndpointSlice: fields({
    addressType: oneOf('IPv4', 'IPv6', 'FQDN'),
    ports: { maxItems: 100, items: fields({ port, protocol }) },
  }),
  Endpoint: fields({ addresses: { minItems: 1, maxItems: 100 } }),
};
