import type { Table } from '../table';
import { drop, remove, set } from '../table';

export const table: Table = {
  keeps: {
    'a name of another host': set('Service shop-app/api', '/spec', {
      type: 'ExternalName',
      externalName: 'api.example.org',
    }),
  },
  breaks: {
    'a label that no pod carries': {
      change: set('Service shop-app/api', '/spec/selector/tier', 'web'),
      at: 'Service shop-app/api /spec/selector',
    },
    'pods of three workloads': {
      change: set('Service shop-app/api', '/spec/selector', { 'app.kubernetes.io/part-of': 'shop' }),
      at: 'Service shop-app/api /spec/selector',
    },
    'an empty selector': {
      change: remove('Service shop-app/api', '/spec/selector/app.kubernetes.io~1name'),
      at: 'Service shop-app/api /spec/selector',
    },
    'pods that are gone': {
      change: drop('StatefulSet shop-data/postgres'),
      at: 'Service shop-data/postgres /spec/selector',
    },
    'pods in another namespace': {
      change: set('Service shop-data/postgres', '/metadata/namespace', 'shop-app'),
      at: 'Service shop-app/postgres /spec/selector',
    },
  },
};
