import type { Table } from '../table';
import { remove, set } from '../table';

export const table: Table = {
  keeps: {
    'a target by number': set('Service shop-app/api', '/spec/ports/0/targetPort', 8080),
    'no target, and a port of the pods': [
      remove('Service shop-data/postgres', '/spec/ports/0/targetPort'),
      remove('Service shop-data/postgres', '/spec/ports/0/protocol'),
    ],
  },
  breaks: {
    'a name that no container has': {
      change: set('Service shop-app/api', '/spec/ports/0/targetPort', 'web'),
      at: 'Service shop-app/api /spec/ports/0/targetPort',
    },
    'a renamed container port': {
      change: set('Deployment shop-app/api', '/spec/template/spec/containers/0/ports/0/name', 'web'),
      at: 'Service shop-app/api /spec/ports/0/targetPort',
    },
    'no target, and a port that no container has': {
      change: remove('Service shop-app/api', '/spec/ports/0/targetPort'),
      at: 'Service shop-app/api /spec/ports/0/targetPort',
    },
    'another protocol': {
      change: set('Service shop-app/api', '/spec/ports/0/protocol', 'UDP'),
      at: 'Service shop-app/api /spec/ports/0/targetPort',
    },
  },
};
