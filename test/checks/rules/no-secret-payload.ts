import type { Table } from '../table';
import { add } from '../table';

export const table: Table = {
  keeps: {
    'a Secret that is filled in the cluster': add({ kind: 'Secret', metadata: { name: 'empty' }, data: {} }),
  },
  breaks: {
    content: {
      change: add({ kind: 'Secret', metadata: { name: 'token' }, data: { token: 'aHVudGVyMg==' } }),
      at: 'Secret shop-app/token /data',
    },
    'content as text': {
      change: add({ kind: 'Secret', metadata: { name: 'token' }, stringData: { token: 'hunter2' } }),
      at: 'Secret shop-app/token /stringData',
    },
    'a token that never expires': {
      change: add({ kind: 'Secret', metadata: { name: 'token' }, type: 'kubernetes.io/service-account-token' }),
      at: 'Secret shop-app/token /type',
    },
  },
};
