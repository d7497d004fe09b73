import type { JSONSchema } from 'json-schema-to-ts';
import { bytes, duration } from './values';

/** What the edge lets through. */
export const edgeSchema = {
  type: 'object',
  description: 'What the edge lets through.',
  additionalProperties: false,
  default: {},
  properties: {
    rateLimit: {
      type: 'object',
      description: 'Requests that one client address may send; more are answered with 429.',
      additionalProperties: false,
      default: {},
      properties: {
        requestsPerSecond: {
          type: 'integer',
          minimum: 1,
          maximum: 10_000,
          default: 20,
          description: 'Lasting rate for one client address.',
        },
        burst: {
          type: 'integer',
          minimum: 1,
          maximum: 100_000,
          default: 100,
          description: 'Requests beyond the rate that are still served at once: a page with all its parts.',
        },
      },
    },
    maxBodySize: {
      ...bytes,
      default: '10Mi',
      description: 'Largest request body; a larger one is answered with 413.',
    },
    requestTimeout: {
      ...duration,
      default: '30s',
      description: 'Longest time that a service may stay silent before the edge answers with 504.',
    },
  },
} as const satisfies JSONSchema;
