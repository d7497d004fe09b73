import type { JSONSchema } from 'json-schema-to-ts';
import { resourcesSchema } from './services-schema';
import { bytes, cidr, hostName, objectName, port } from './values';

const storage = {
  storage: {
    ...bytes,
    description: 'Size of the volume of one pod: the append-only file, its rewrite and a snapshot.',
  },
  storageClass: { ...objectName, description: "Class of the volumes. Unset: the cluster's default class." },
} as const satisfies Record<string, JSONSchema>;

const resources = {
  ...resourcesSchema,
  description: 'The size of one pod; how much it may hold is computed from it.',
} as const;

const standalone = {
  type: 'object',
  description: 'One pod on one volume.',
  additionalProperties: false,
  required: ['mode', 'storage', 'resources'],
  properties: {
    mode: { const: 'standalone', description: 'Redis runs as one pod; while it restarts, it is away.' },
    ...storage,
    resources,
  },
} as const satisfies JSONSchema;

const sentinel = {
  type: 'object',
  description: 'Several pods, watched by Sentinels that elect a new master when it fails.',
  additionalProperties: false,
  required: ['mode', 'storage', 'resources'],
  properties: {
    mode: { const: 'sentinel', description: 'Redis fails over by Sentinel.' },
    replicas: {
      type: 'integer',
      minimum: 3,
      maximum: 9,
      default: 3,
      description:
        'Pods of Redis: the master and its replicas. Three Sentinels, pods of their own, elect a new master.',
    },
    ...storage,
    resources,
  },
} as const satisfies JSONSchema;

const external = {
  type: 'object',
  description: 'A server that somebody else runs. It must speak TLS.',
  additionalProperties: false,
  required: ['mode', 'host', 'cidrs'],
  properties: {
    mode: { const: 'external', description: 'Redis is a service outside the cluster.' },
    host: {
      ...hostName,
      description: "The server's name, as its certificate spells it.",
      examples: ['cache.example.com'],
    },
    port: { ...port, default: 6379, description: "The server's port." },
    cidrs: {
      type: 'array',
      minItems: 1,
      uniqueItems: true,
      items: { ...cidr, description: 'One address block of the server.' },
      description: 'Addresses behind that name: the only ones outside the cluster that its clients may reach.',
    },
    caSecret: {
      ...objectName,
      description:
        "Secret that holds the server's authority under `ca.crt`. Unset: the certificate must be signed by a public authority.",
    },
  },
} as const satisfies JSONSchema;

/** The in-memory store. */
export const redisSchema = {
  type: 'object',
  description: 'The in-memory store.',
  required: ['mode'],
  discriminator: { propertyName: 'mode' },
  oneOf: [standalone, sentinel, external],
} as const;
