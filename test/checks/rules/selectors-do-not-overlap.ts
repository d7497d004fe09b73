import type { Table } from '../table';
import { remove, set } from '../table';

export const table: Table = {
  keeps: {
    'the same labels in another namespace': set('StatefulSet shop-data/postgres', '/spec/selector/matchLabels', {
      'app.kubernetes.io/name': 'postgres',
      'app.kubernetes.io/part-of': 'shop',
    }),
  },
  breaks: {
    'a label that pods of the namespace share': {
      change: set('Deployment shop-app/api', '/spec/selector/matchLabels', { 'app.kubernetes.io/part-of': 'shop' }),
      at: ['Deployment shop-app/api /spec/selector', 'Deployment shop-app/api /spec/selector'],
    },
    'a selector that selects everything': {
      change: remove('Deployment shop-app/api', '/spec/selector/matchLabels/app.kubernetes.io~1name'),
      at: ['Deployment shop-app/api /spec/selector', 'Deployment shop-app/api /spec/selector'],
    },
  },
};
