import type { Table } from '../table';
import { remove, set } from '../table';

export const table: Table = {
  keeps: {
    'a selector by expression': set('Deployment shop-app/api', '/spec/selector', {
      matchExpressions: [{ key: 'app.kubernetes.io/name', operator: 'In', values: ['api', 'web'] }],
    }),
  },
  breaks: {
    'a label that the pods lack': {
      change: set('Deployment shop-app/api', '/spec/selector/matchLabels/tier', 'web'),
      at: 'Deployment shop-app/api /spec/selector',
    },
    'pods that lost their label': {
      change: remove('StatefulSet shop-data/postgres', '/spec/template/metadata/labels/app.kubernetes.io~1name'),
      at: 'StatefulSet shop-data/postgres /spec/selector',
    },
    'a selector that selects everything': {
      change: remove('Deployment shop-app/api', '/spec/selector/matchLabels/app.kubernetes.io~1name'),
      at: 'Deployment shop-app/api /spec/selector',
    },
    'no selector': {
      change: remove('Deployment shop-app/api', '/spec/selector'),
      at: 'Deployment shop-app/api /spec/selector',
    },
    'an expression that excludes its own pods': {
      change: set('Deployment shop-app/api', '/spec/selector/matchExpressions', [
        { key: 'app.kubernetes.io/name', operator: 'NotIn', values: ['api'] },
      ]),
      at: 'Deployment shop-app/api /spec/selector',
    },
  },
};
