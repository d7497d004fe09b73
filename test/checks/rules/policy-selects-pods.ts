import type { Table } from '../table';
import { drop, set } from '../table';

export const table: Table = {
  breaks: {
    'a label that no pod has': {
      change: set('NetworkPolicy shop-app/api', '/spec/podSelector/matchLabels/app.kubernetes.io~1name', 'web'),
      at: 'NetworkPolicy shop-app/api /spec/podSelector',
    },
    'a namespace without pods': {
      change: drop('StatefulSet shop-data/postgres'),
      at: [
        'NetworkPolicy shop-data/default-deny /spec/podSelector',
        'NetworkPolicy shop-data/postgres /spec/podSelector',
      ],
    },
  },
};
