import type { Table } from '../table';
import { remove, set } from '../table';

export const table: Table = {
  keeps: {
    'the other order': set('NetworkPolicy shop-app/api', '/spec/policyTypes', ['Egress', 'Ingress']),
  },
  breaks: {
    'one direction': {
      change: set('NetworkPolicy shop-app/api', '/spec/policyTypes', ['Ingress']),
      at: 'NetworkPolicy shop-app/api /spec/policyTypes',
    },
    'neither said': {
      change: remove('NetworkPolicy shop-app/default-deny', '/spec/policyTypes'),
      at: [
        'NetworkPolicy shop-app/default-deny /spec/policyTypes',
        'NetworkPolicy shop-app/default-deny /spec/policyTypes',
      ],
    },
  },
};
