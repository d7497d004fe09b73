import type { Table } from '../table';
import { declareMore, drop, set } from '../table';

export const table: Table = {
  keeps: {
    'a gateway of the cluster': [
      drop('Gateway shop-app/api'),
      declareMore({ prerequisites: [{ kind: 'Gateway', name: 'api', namespace: 'shop-app', neededFor: 'the API' }] }),
    ],
  },
  breaks: {
    'a gateway that is gone': {
      change: drop('Gateway shop-app/api'),
      at: 'HTTPRoute shop-app/api /spec/parentRefs/0/name',
    },
    'a listener of another name': {
      change: set('Gateway shop-app/api', '/spec/listeners/0/name', 'tls'),
      at: 'HTTPRoute shop-app/api /spec/parentRefs/0/sectionName',
    },
  },
};
