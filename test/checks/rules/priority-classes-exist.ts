import type { Table } from '../table';
import { add, drop, set } from '../table';

export const table: Table = {
  keeps: {
    'a class of every cluster': set(
      'Deployment shop-app/api',
      '/spec/template/spec/priorityClassName',
      'system-cluster-critical',
    ),
  },
  breaks: {
    'a class that is gone': {
      change: drop('PriorityClass shop-standard'),
      at: [
        'CronJob shop-app/report /spec/jobTemplate/spec/template/spec/priorityClassName',
        'Deployment shop-app/api /spec/template/spec/priorityClassName',
        'Job shop-app/migration /spec/template/spec/priorityClassName',
        'StatefulSet shop-data/postgres /spec/template/spec/priorityClassName',
      ],
    },
    'a class of a database cluster': {
      change: add({ kind: 'Cluster', metadata: { name: 'orders' }, spec: { priorityClassName: 'fast' } }),
      at: 'Cluster shop-app/orders /spec/priorityClassName',
    },
  },
};
