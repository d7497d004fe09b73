import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';

export const table: Table = {
  breaks: {
    'a label left out': {
      change: remove('Service shop-app/api', '/metadata/labels/app.kubernetes.io~1part-of'),
      at: 'Service shop-app/api /metadata/labels/app.kubernetes.io~1part-of',
    },
    'no labels': {
      change: remove('ServiceAccount shop-app/api', '/metadata/labels'),
      at: ['component', 'instance', 'managed-by', 'name', 'part-of'].map(
        (label) => `ServiceAccount shop-app/api /metadata/labels/app.kubernetes.io~1${label}`,
      ),
    },
    'an empty label': {
      change: set('Service shop-app/api', '/metadata/labels/app.kubernetes.io~1component', ''),
      at: 'Service shop-app/api /metadata/labels/app.kubernetes.io~1component',
    },
    'a label of the pods': {
      change: remove(api, '/spec/template/metadata/labels/app.kubernetes.io~1managed-by'),
      at: `${api} /spec/template/metadata/labels/app.kubernetes.io~1managed-by`,
    },
    'another instance than the workload': {
      change: set(api, '/metadata/labels/app.kubernetes.io~1instance', 'shop'),
      at: `${api} /metadata/labels/app.kubernetes.io~1instance`,
    },
  },
};
