import type { Table } from '../table';
import { drop, remove, set } from '../table';

export const table: Table = {
  keeps: {
    'empty lists of rules': [
      set('NetworkPolicy shop-app/default-deny', '/spec/ingress', []),
      set('NetworkPolicy shop-app/default-deny', '/spec/egress', []),
    ],
  },
  breaks: {
    'no policy': { change: drop('NetworkPolicy shop-app/default-deny'), at: 'Namespace shop-app /metadata/name' },
    'one direction': {
      change: remove('NetworkPolicy shop-data/default-deny', '/spec/policyTypes/1'),
      at: 'Namespace shop-data /metadata/name',
    },
    'directions left out, which means ingress only': {
      change: remove('NetworkPolicy shop-data/default-deny', '/spec/policyTypes'),
      at: 'Namespace shop-data /metadata/name',
    },
    'some of the pods': {
      change: set('NetworkPolicy shop-data/default-deny', '/spec/podSelector/matchLabels', { tier: 'data' }),
      at: 'Namespace shop-data /metadata/name',
    },
    'a rule that lets everybody in': {
      change: set('NetworkPolicy shop-app/default-deny', '/spec/ingress', [{}]),
      at: 'Namespace shop-app /metadata/name',
    },
  },
};
