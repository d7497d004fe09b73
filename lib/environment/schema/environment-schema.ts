import { certificatesSchema } from './certificates-schema';
import { clusterSchema } from './cluster-schema';
import { edgeSchema } from './edge-schema';
import { exposureSchema } from './exposure-schema';
import { postgresSchema } from './postgres-schema';
import { redisSchema } from './redis-schema';
import { defaultsSchema, servicesSchema } from './services-schema';
import { secretsSchema } from './secrets-schema';
import { hostName, label } from './values';

/** An environment file: everything that may differ between environments, and nothing else. */
export const environmentSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Environment',
  type: 'object',
  description: 'Everything that may differ between environments. The rest is the same everywhere, so it is code.',
  additionalProperties: false,
  required: [
    'name',
    'namespacePrefix',
    'domain',
    'cluster',
    'exposure',
    'certificates',
    'secrets',
    'availability',
    'postgres',
    'redis',
  ],
  properties: {
    name: {
      ...label,
      description: 'The same as the name of the file, and of the folder in `dist/`.',
      examples: ['production'],
    },
    namespacePrefix: {
      ...label,
      maxLength: 40,
      description: 'What the names of all its namespaces start with: `shop` gives shop-web, shop-app, shop-data.',
      examples: ['shop'],
    },
    domain: {
      ...hostName,
      maxLength: 240,
      description: 'The public host name; the API and the login get sub-domains of it (api.…, auth.…).',
    },
    cluster: clusterSchema,
    exposure: exposureSchema,
    certificates: certificatesSchema,
    secrets: secretsSchema,
    availability: {
      enum: ['single', 'hosts', 'zones'],
      description:
        'What may fail without anyone noticing: nothing (single), one node (hosts), one zone (zones). Decides spreading, disruption budgets and how many replicas are the least.',
    },
    edge: edgeSchema,
    defaults: defaultsSchema,
    services: servicesSchema,
    postgres: postgresSchema,
    redis: redisSchema,
  },
} as const;
