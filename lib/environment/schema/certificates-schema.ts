import type { JSONSchema } from 'json-schema-to-ts';
import { objectName } from './values';

const issuerKind = {
  enum: ['ClusterIssuer', 'Issuer'],
  description: 'Kind of the cert-manager issuer; an Issuer must stand in every namespace that uses it.',
} as const satisfies JSONSchema;

const ownAuthority = {
  type: 'object',
  description: 'An authority of its own: cert-manager creates the CA in the cluster, and its key never leaves it.',
  additionalProperties: false,
  required: ['type'],
  properties: { type: { const: 'selfSigned', description: 'The platform makes its own CA.' } },
} as const satisfies JSONSchema;

const givenAuthority = {
  type: 'object',
  description: 'An authority that the cluster already has.',
  additionalProperties: false,
  required: ['type', 'kind', 'name'],
  properties: {
    type: { const: 'issuer', description: 'The CA is behind an existing issuer.' },
    kind: issuerKind,
    name: { ...objectName, description: "The issuer's name.", examples: ['corporate-ca'] },
  },
} as const satisfies JSONSchema;

/** Who signs certificates. */
export const certificatesSchema = {
  type: 'object',
  description: 'Who signs the certificates; cert-manager orders and renews them.',
  additionalProperties: false,
  required: ['edge'],
  properties: {
    edge: {
      type: 'object',
      description: 'For the public host names: an issuer whose authority browsers trust.',
      additionalProperties: false,
      required: ['kind', 'name'],
      properties: {
        kind: issuerKind,
        name: { ...objectName, description: "The issuer's name.", examples: ['letsencrypt'] },
      },
    },
    internal: {
      type: 'object',
      description: 'For connections between pods: an authority that only the platform itself trusts.',
      required: ['type'],
      default: { type: 'selfSigned' },
      discriminator: { propertyName: 'type' },
      oneOf: [ownAuthority, givenAuthority],
    },
  },
} as const;
