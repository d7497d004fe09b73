import type { JSONSchema } from 'json-schema-to-ts';
import { bytes, cpu, duration, label } from './values';

const cpuRequest = { ...cpu, description: 'Processor time that a pod always has, in thousandths of a core.' } as const;
const cpuLimit = {
  ...cpu,
  description: 'Processor time that a pod may use when its node has it to spare. Unset: a multiple of `cpu`.',
} as const;
const memory = {
  ...bytes,
  description: 'Memory of a pod: what it always has and what it is killed for exceeding.',
} as const;
const ephemeralStorage = {
  ...bytes,
  description: 'Disk for logs and scratch files of a pod. Unset: enough for its rotated logs.',
} as const;

/** The size of a pod, every figure that matters said. */
export const resourcesSchema = {
  type: 'object',
  description: 'The size of a pod.',
  additionalProperties: false,
  required: ['cpu', 'memory'],
  properties: { cpu: cpuRequest, cpuLimit, memory, ephemeralStorage },
} as const satisfies JSONSchema;

const minReplicas = {
  type: 'integer',
  minimum: 1,
  maximum: 100,
  description: 'Pods that run even when nothing is asked of the service.',
} as const satisfies JSONSchema;
const maxReplicas = {
  type: 'integer',
  minimum: 1,
  maximum: 500,
  description: 'Pods at the highest load. Quotas and connection budgets are computed for this many.',
} as const satisfies JSONSchema;
const cpuPercent = {
  type: 'integer',
  minimum: 10,
  maximum: 95,
  description: 'Average use of the requested processor time above which pods are added.',
} as const satisfies JSONSchema;
const memoryPercent = {
  type: 'integer',
  minimum: 10,
  maximum: 95,
  description: 'Average use of the requested memory above which pods are added.',
} as const satisfies JSONSchema;
const requestsPerSecond = {
  type: 'integer',
  minimum: 1,
  maximum: 100_000,
  description:
    'Requests per second and pod above which pods are added. Needs a metrics adapter in the cluster. Unset: not looked at.',
} as const satisfies JSONSchema;
const stabilizationWindow = {
  ...duration,
  description: 'How long the load must have been lower before pods are removed (cool-down).',
} as const satisfies JSONSchema;

const serviceSchema = {
  type: 'object',
  description: 'What differs for this service. Anything unset comes from `defaults`.',
  additionalProperties: false,
  properties: {
    resources: {
      type: 'object',
      description: 'The size of a pod.',
      additionalProperties: false,
      properties: { cpu: cpuRequest, cpuLimit, memory, ephemeralStorage },
    },
    scaling: {
      type: 'object',
      description: 'How many pods run.',
      additionalProperties: false,
      properties: { minReplicas, maxReplicas, cpuPercent, memoryPercent, requestsPerSecond, stabilizationWindow },
    },
    env: {
      type: 'object',
      description: 'Environment variables. A secret is connected in code instead, and arrives as a file.',
      propertyNames: {
        type: 'string',
        title: 'a name of capital letters, digits and underscores',
        maxLength: 100,
        pattern: '^[A-Z][A-Z0-9_]*$',
        examples: ['LOG_LEVEL'],
      },
      additionalProperties: { type: 'string', maxLength: 4096, description: "The variable's value." },
      examples: [{ LOG_LEVEL: 'debug' }],
    },
  },
} as const satisfies JSONSchema;

/** Settings of single services, by name. */
export const servicesSchema = {
  type: 'object',
  description: 'Settings of single services, by name; only what differs from `defaults`.',
  default: {},
  propertyNames: label,
  additionalProperties: serviceSchema,
} as const satisfies JSONSchema;

/** Settings of every service that says nothing else. */
export const defaultsSchema = {
  type: 'object',
  description: 'Settings of every service that says nothing else under `services`.',
  additionalProperties: false,
  default: {},
  properties: {
    resources: {
      type: 'object',
      description: 'The size of a pod.',
      additionalProperties: false,
      default: {},
      properties: {
        cpu: { ...cpuRequest, default: '100m' },
        cpuLimit,
        memory: { ...memory, default: '128Mi' },
        ephemeralStorage,
      },
    },
    scaling: {
      type: 'object',
      description: 'How many pods run.',
      additionalProperties: false,
      default: {},
      properties: {
        minReplicas: { ...minReplicas, default: 3 },
        maxReplicas: { ...maxReplicas, default: 20 },
        cpuPercent: { ...cpuPercent, default: 70 },
        memoryPercent: { ...memoryPercent, default: 80 },
        requestsPerSecond,
        stabilizationWindow: { ...stabilizationWindow, default: '300s' },
      },
    },
  },
} as const satisfies JSONSchema;
