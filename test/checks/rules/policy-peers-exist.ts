import type { Table } from '../table';
import { remove, set } from '../table';

export const table: Table = {
  keeps: {
    'a namespace that is not ours': set(
      'NetworkPolicy shop-app/api',
      '/spec/egress/1/to/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name',
      'elsewhere',
    ),
  },
  breaks: {
    'a label that no pod of the other namespace has': {
      change: set(
        'NetworkPolicy shop-app/api',
        '/spec/egress/1/to/0/podSelector/matchLabels/app.kubernetes.io~1name',
        'redis',
      ),
      at: 'NetworkPolicy shop-app/api /spec/egress/1/to/0',
    },
    'a label that no pod of its own namespace has': {
      change: remove('NetworkPolicy shop-data/postgres', '/spec/ingress/1/from/0/namespaceSelector'),
      at: 'NetworkPolicy shop-data/postgres /spec/ingress/1/from/0',
    },
  },
};
