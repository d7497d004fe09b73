import type { Table } from '../table';
import { add, remove, set } from '../table';

// Every fact of the schema and its overlay has its own case in test/checks/schema.
export const table: Table = {
  keeps: {
    'a custom resource with a curated definition': add({
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'more' },
      spec: { dataFrom: [{ extract: { key: 'shop/api' } }] },
    }),
  },
  breaks: {
    'a field that the kind does not have': {
      change: set('Deployment shop-app/api', '/spec/replica', 2),
      at: 'Deployment shop-app/api /spec/replica',
    },
    'a value of the wrong type': {
      change: set('Deployment shop-app/api', '/spec/template/spec/containers/0/ports/0/containerPort', '8080'),
      at: 'Deployment shop-app/api /spec/template/spec/containers/0/ports/0/containerPort',
    },
    'a required field that is missing': {
      change: remove('StatefulSet shop-data/postgres', '/spec/serviceName'),
      at: 'StatefulSet shop-data/postgres /spec/serviceName',
    },
    'a value that only the API server knows to be wrong': {
      change: set('Service shop-app/api', '/spec/type', 'Internal'),
      at: 'Service shop-app/api /spec/type',
    },
    'a kind that nobody defines': {
      change: add({ apiVersion: 'example.org/v1', kind: 'Ship', metadata: { name: 'more' } }),
      at: 'Ship shop-app/more /kind',
    },
  },
};
