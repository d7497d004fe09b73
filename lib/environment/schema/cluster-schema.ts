import type { JSONSchema } from 'json-schema-to-ts';
import { cidr, label, labelValue, port, qualifiedName } from './values';

/** What the manifests must know about the cluster they are applied to. */
export const clusterSchema = {
  type: 'object',
  description: 'Facts about the cluster that the manifests cannot find out by themselves.',
  additionalProperties: false,
  required: ['region', 'zones', 'apiServer'],
  properties: {
    region: {
      type: 'string',
      title: 'a name of small letters, digits and dashes',
      pattern: '^[a-z0-9](?:[-a-z0-9]{0,61}[a-z0-9])?$',
      description: "The region that the nodes are in, in the cloud's own spelling; a name of your own without a cloud.",
      examples: ['us-east-1'],
    },
    zones: {
      type: 'integer',
      minimum: 1,
      maximum: 10,
      description: 'How many zones have nodes. Pods are spread over all of them.',
      examples: [3],
    },
    apiServer: {
      type: 'object',
      description: 'Where the Kubernetes API answers. Only pods that were granted a role may go there.',
      additionalProperties: false,
      required: ['cidrs'],
      properties: {
        cidrs: {
          type: 'array',
          minItems: 1,
          uniqueItems: true,
          items: { ...cidr, description: 'One address block of the API server.' },
          description:
            "The API server's addresses: the end points (`kubectl get endpointslices -n default`), and the address of the Service `kubernetes`, because some network plug-ins judge before and some after it is translated.",
          examples: [['10.96.0.1/32', '10.0.0.10/32']],
        },
        ports: {
          type: 'array',
          minItems: 1,
          uniqueItems: true,
          items: { ...port, description: 'One port of the API server.' },
          default: [443, 6443],
          description: "The ports behind those addresses: the Service's and the one that the end points listen on.",
        },
      },
    },
    dns: {
      type: 'object',
      description: 'Who answers DNS queries. Every pod may ask it, on port 53.',
      additionalProperties: false,
      default: {},
      properties: {
        namespace: { ...label, default: 'kube-system', description: 'Namespace of the DNS pods.' },
        labels: {
          type: 'object',
          minProperties: 1,
          propertyNames: qualifiedName,
          additionalProperties: { ...labelValue, description: 'The value that the label must have.' },
          default: { 'k8s-app': 'kube-dns' },
          description: 'Labels that all DNS pods carry; CoreDNS keeps the label of kube-dns.',
        },
        nodeLocalCidr: {
          ...cidr,
          description:
            'Address of NodeLocal DNSCache, which runs on the host network and cannot be selected by label. Unset: there is none.',
          examples: ['169.254.20.10/32'],
        },
      },
    },
  },
} as const satisfies JSONSchema;
