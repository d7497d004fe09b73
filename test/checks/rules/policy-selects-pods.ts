import type { Table } from '../table';
import { declare, drop, set } from '../table';

export const table: Table = {
  keeps: {
    'pods that no connection names': [
      declare({ connections: [] }),
      set('NetworkPolicy shop-app/api', '/spec/podSelector/matchLabels', { 'app.kubernetes.io/part-of': 'shop' }),
    ],
    'more labels than were declared': set(
      'NetworkPolicy shop-app/api',
      '/spec/podSelector/matchLabels/app.kubernetes.io~1component',
      'app',
    ),
  },
  breaks: {
    'all pods of the namespace, although there is but one workload': {
      change: set('NetworkPolicy shop-data/postgres', '/spec/podSelector', {}),
      at: 'NetworkPolicy shop-data/postgres /spec/podSelector',
    },
    'fewer labels than were declared, although they select the same pods today': {
      change: set('NetworkPolicy shop-data/postgres', '/spec/podSelector/matchLabels', {
        'app.kubernetes.io/component': 'data',
      }),
      at: 'NetworkPolicy shop-data/postgres /spec/podSelector',
    },
    'a label that no pod has': {
      change: set('NetworkPolicy shop-app/api', '/spec/podSelector/matchLabels/app.kubernetes.io~1name', 'web'),
      at: 'NetworkPolicy shop-app/api /spec/podSelector',
    },
    'pods that are gone': {
      change: drop('StatefulSet shop-data/postgres'),
      at: 'NetworkPolicy shop-data/postgres /spec/podSelector',
    },
  },
};
