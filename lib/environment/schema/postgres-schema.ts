import type { JSONSchema } from 'json-schema-to-ts';
import { resourcesSchema } from './services-schema';
import { bytes, cidr, hostName, label, objectName, port } from './values';

const storage = {
  storage: { ...bytes, description: 'Size of the data volume of one instance. It can grow later, never shrink.' },
  storageClass: { ...objectName, description: "Class of the volumes. Unset: the cluster's default class." },
  walStorage: {
    ...bytes,
    description: 'Size of a volume of its own for the write-ahead log. Unset: it lies on the data volume.',
  },
} as const satisfies Record<string, JSONSchema>;

const sessions = { type: 'integer', minimum: 20, maximum: 1000 } as const satisfies JSONSchema;

const maxConnections = {
  ...sessions,
  default: 100,
  description: 'Sessions that the server accepts. All clients at their largest scale must fit.',
} as const satisfies JSONSchema;

const resources = {
  ...resourcesSchema,
  description: 'The size of one instance; its buffers are computed from it.',
} as const;

const statefulSet = {
  type: 'object',
  description: 'One instance on one volume. When its node fails it is away until the volume is attached elsewhere.',
  additionalProperties: false,
  required: ['engine', 'storage', 'resources'],
  properties: {
    engine: { const: 'statefulset', description: 'PostgreSQL runs as a StatefulSet of one pod.' },
    ...storage,
    resources,
    maxConnections,
  },
} as const satisfies JSONSchema;

const cloudNativePg = {
  type: 'object',
  description: 'A primary with replicas and automatic failover, run by the CloudNativePG operator.',
  additionalProperties: false,
  required: ['engine', 'storage', 'resources'],
  properties: {
    engine: { const: 'cloudnativepg', description: 'PostgreSQL runs as a CloudNativePG cluster.' },
    instances: {
      type: 'integer',
      minimum: 2,
      maximum: 9,
      default: 3,
      description: 'The primary and its replicas. Three keep a replica while one is being replaced.',
    },
    operatorNamespace: { ...label, default: 'cnpg-system', description: 'Namespace that the operator runs in.' },
    ...storage,
    resources,
    maxConnections,
  },
} as const satisfies JSONSchema;

const external = {
  type: 'object',
  description: 'A server that somebody else runs.',
  additionalProperties: false,
  required: ['engine', 'host', 'cidrs', 'maxConnections'],
  properties: {
    engine: { const: 'external', description: 'PostgreSQL is a service outside the cluster.' },
    host: {
      ...hostName,
      description: "The server's name, as its certificate spells it.",
      examples: ['db.example.com'],
    },
    port: { ...port, default: 5432, description: "The server's port." },
    cidrs: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { ...cidr, description: 'One address block of the server.' },
      description: 'Addresses behind that name: the only ones outside the cluster that its clients may reach.',
    },
    maxConnections: { ...sessions, description: 'Sessions that the server grants to this platform.' },
    caSecret: {
      ...objectName,
      description:
        "Secret that holds the server's authority under `ca.crt`. Unset: the certificate must be signed by a public authority.",
    },
  },
} as const satisfies JSONSchema;

/** The relational database. */
export const postgresSchema = {
  type: 'object',
  description: 'The relational database.',
  required: ['engine'],
  discriminator: { propertyName: 'engine' },
  oneOf: [statefulSet, cloudNativePg, external],
} as const;
