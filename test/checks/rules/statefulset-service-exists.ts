import type { Table } from '../table';
import { drop, remove, set } from '../table';

export const table: Table = {
  breaks: {
    'no Service': {
      change: drop('Service shop-data/postgres'),
      at: 'StatefulSet shop-data/postgres /spec/serviceName',
    },
    'a Service with an address': {
      change: remove('Service shop-data/postgres', '/spec/clusterIP'),
      at: 'Service shop-data/postgres /spec/clusterIP',
    },
    'a Service of other pods': {
      change: set('Service shop-data/postgres', '/spec/selector', { 'app.kubernetes.io/name': 'redis' }),
      at: 'StatefulSet shop-data/postgres /spec/serviceName',
    },
  },
};
