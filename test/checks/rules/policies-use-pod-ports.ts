import type { Table } from '../table';
import { set } from '../table';

export const table: Table = {
  keeps: {
    'a port of addresses, which cannot be looked up': set(
      'NetworkPolicy shop-app/report',
      '/spec/egress/1/ports/0/port',
      443,
    ),
    'a name': set('NetworkPolicy shop-app/api', '/spec/ingress/0/ports/0/port', 'http'),
  },
  breaks: {
    'the Service’s port': {
      change: set('NetworkPolicy shop-app/api', '/spec/ingress/0/ports/0/port', 80),
      at: 'NetworkPolicy shop-app/api /spec/ingress/0/ports/0/port',
    },
    'a port of the server that it does not have': {
      change: set('NetworkPolicy shop-app/api', '/spec/egress/1/ports/0/port', 5433),
      at: 'NetworkPolicy shop-app/api /spec/egress/1/ports/0/port',
    },
    'a name that the server does not have': {
      change: set('NetworkPolicy shop-app/migration', '/spec/egress/1/ports/0/port', 'http'),
      at: 'NetworkPolicy shop-app/migration /spec/egress/1/ports/0/port',
    },
    'another protocol': {
      change: set('NetworkPolicy shop-app/api', '/spec/ingress/0/ports/0/protocol', 'UDP'),
      at: 'NetworkPolicy shop-app/api /spec/ingress/0/ports/0/port',
    },
  },
};
