import type { JSONSchema } from 'json-schema-to-ts';
import { duration, objectName } from './values';

const externalSecrets = {
  type: 'object',
  description: 'External Secrets Operator copies them from a store such as Vault.',
  additionalProperties: false,
  required: ['provider', 'store', 'path'],
  properties: {
    provider: { const: 'external-secrets', description: 'Secrets come from a store outside the cluster.' },
    store: {
      type: 'object',
      description: 'The store, as the operator knows it.',
      additionalProperties: false,
      required: ['kind', 'name'],
      properties: {
        kind: {
          enum: ['ClusterSecretStore', 'SecretStore'],
          description: 'Kind of the store; a SecretStore must stand in every namespace that uses it.',
        },
        name: { ...objectName, description: "The store's name.", examples: ['vault'] },
      },
    },
    path: {
      type: 'string',
      title: 'a path of letters, digits, dashes, dots and underscores',
      maxLength: 200,
      pattern: '^[A-Za-z0-9][-_.A-Za-z0-9]*(?:/[A-Za-z0-9][-_.A-Za-z0-9]*)*$',
      description: "Where this environment's secrets lie in the store. A secret's own name is added to it.",
      examples: ['shop/production'],
    },
    refreshInterval: {
      ...duration,
      default: '1h',
      description: 'How often the store is asked again; a rotated secret arrives after at most this time.',
    },
  },
} as const satisfies JSONSchema;

const existing = {
  type: 'object',
  description: 'Secrets that somebody creates in the namespaces before the first sync.',
  additionalProperties: false,
  required: ['provider'],
  properties: { provider: { const: 'existing', description: 'Secrets are there already; only their names are used.' } },
} as const satisfies JSONSchema;

const generated = {
  type: 'object',
  description: 'Random secrets, made once in the cluster. For environments whose data may be lost.',
  additionalProperties: false,
  required: ['provider'],
  properties: {
    provider: { const: 'generated', description: 'A Job creates random secrets that nobody else knows or keeps.' },
  },
} as const satisfies JSONSchema;

/** Where secrets come from. Never their values. */
export const secretsSchema = {
  type: 'object',
  description: 'Where secrets come from. Their values are never written in these files.',
  required: ['provider'],
  discriminator: { propertyName: 'provider' },
  oneOf: [externalSecrets, existing, generated],
} as const;
