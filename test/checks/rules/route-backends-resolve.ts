import type { Table } from '../table';
import { add, drop, set } from '../table';

export const table: Table = {
  keeps: {
    'another namespace that grants it': [
      set('HTTPRoute shop-app/api', '/spec/rules/0/backendRefs/0', {
        name: 'postgres',
        namespace: 'shop-data',
        port: 5432,
      }),
      add({ kind: 'ReferenceGrant', metadata: { name: 'routes', namespace: 'shop-data' } }),
    ],
  },
  breaks: {
    'a Service that is gone': {
      change: drop('Service shop-app/api'),
      at: 'HTTPRoute shop-app/api /spec/rules/0/backendRefs/0/name',
    },
    'a port that the Service lacks': {
      change: set('HTTPRoute shop-app/api', '/spec/rules/0/backendRefs/0/port', 8080),
      at: 'HTTPRoute shop-app/api /spec/rules/0/backendRefs/0/port',
    },
    'another namespace': {
      change: set('HTTPRoute shop-app/api', '/spec/rules/0/backendRefs/0/namespace', 'shop-data'),
      at: 'HTTPRoute shop-app/api /spec/rules/0/backendRefs/0/namespace',
    },
  },
};
