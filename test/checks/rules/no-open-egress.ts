import type { Table } from '../table';
import { remove, set } from '../table';

export const table: Table = {
  keeps: {
    'everywhere, on one port': set('NetworkPolicy shop-app/report', '/spec/egress/1/to/0/ipBlock', {
      cidr: '0.0.0.0/0',
    }),
  },
  breaks: {
    'no peers': {
      change: remove('NetworkPolicy shop-app/api', '/spec/egress/1/to'),
      at: 'NetworkPolicy shop-app/api /spec/egress/1',
    },
    'everywhere, on every port': {
      change: [
        set('NetworkPolicy shop-app/report', '/spec/egress/1/to/0/ipBlock', { cidr: '::/0' }),
        remove('NetworkPolicy shop-app/report', '/spec/egress/1/ports'),
      ],
      at: 'NetworkPolicy shop-app/report /spec/egress/1/to/0',
    },
    'everywhere, on every port of a protocol': {
      change: [
        set('NetworkPolicy shop-app/report', '/spec/egress/1/to/0/ipBlock', { cidr: '0.0.0.0/0' }),
        remove('NetworkPolicy shop-app/report', '/spec/egress/1/ports/0/port'),
      ],
      at: 'NetworkPolicy shop-app/report /spec/egress/1/to/0',
    },
    'every pod of the cluster': {
      change: set('NetworkPolicy shop-app/api', '/spec/egress/1/to/0', { namespaceSelector: {}, podSelector: {} }),
      at: 'NetworkPolicy shop-app/api /spec/egress/1/to/0',
    },
  },
};
