import type { JSONSchema } from 'json-schema-to-ts';
import { cidr, label, objectName, qualifiedName } from './values';

const trustedProxies = {
  type: 'array',
  uniqueItems: true,
  default: [],
  items: { ...cidr, description: 'One address block of proxies.' },
  description:
    'Addresses of the proxies in front of the edge. Only their word (X-Forwarded-For) about where a request comes from is believed.',
  examples: [['10.0.0.0/16']],
} as const satisfies JSONSchema;

const annotations = {
  type: 'object',
  default: {},
  propertyNames: qualifiedName,
  additionalProperties: { type: 'string', description: "The annotation's value." },
  description: 'What the cloud or the controller wants to be told, as annotations on the Service, Ingress or Gateway.',
  examples: [{ 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internet-facing' }],
} as const satisfies JSONSchema;

const controllerNamespace = {
  ...label,
  description: "Namespace of the controller's proxy pods: the only ones that may connect to the edge.",
  examples: ['traefik'],
} as const satisfies JSONSchema;

const loadBalancer = {
  type: 'object',
  description: "A Service of type LoadBalancer: clients reach the edge's own TLS end point.",
  additionalProperties: false,
  required: ['type', 'clientCidrs'],
  properties: {
    type: { const: 'loadBalancer', description: 'The edge stands behind a load balancer of the cloud.' },
    clientCidrs: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { ...cidr, description: 'One address block of clients.' },
      description: 'Who may connect. A platform for everyone says 0.0.0.0/0.',
      examples: [['0.0.0.0/0']],
    },
    trustedProxies,
    annotations,
  },
} as const satisfies JSONSchema;

const ingress = {
  type: 'object',
  description: 'An Ingress: a controller that the cluster already has forwards requests to the edge.',
  additionalProperties: false,
  required: ['type', 'className', 'controllerNamespace'],
  properties: {
    type: { const: 'ingress', description: 'The edge stands behind an ingress controller.' },
    className: { ...objectName, description: 'The IngressClass that serves it.', examples: ['traefik'] },
    controllerNamespace,
    trustedProxies,
    annotations,
  },
} as const satisfies JSONSchema;

const gateway = {
  type: 'object',
  description: 'A Gateway and an HTTPRoute of the Gateway API.',
  additionalProperties: false,
  required: ['type', 'className', 'controllerNamespace'],
  properties: {
    type: { const: 'gateway', description: 'The edge stands behind a Gateway.' },
    className: { ...objectName, description: 'The GatewayClass that serves it.', examples: ['envoy'] },
    controllerNamespace,
    trustedProxies,
    annotations,
  },
} as const satisfies JSONSchema;

/** How clients reach the edge. */
export const exposureSchema = {
  type: 'object',
  description: 'How clients reach the edge.',
  required: ['type'],
  discriminator: { propertyName: 'type' },
  oneOf: [loadBalancer, ingress, gateway],
} as const;
