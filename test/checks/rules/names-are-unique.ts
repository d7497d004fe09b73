import type { Table } from '../table';
import { add } from '../table';

export const table: Table = {
  keeps: {
    'the same name of another kind': add({ kind: 'Secret', metadata: { name: 'api' } }),
    'the same kind and name of another group': add({
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Service',
      metadata: { name: 'api' },
    }),
    'the same name in another namespace': add({ kind: 'Service', metadata: { name: 'api', namespace: 'shop-data' } }),
  },
  breaks: {
    'the same object twice': {
      change: add({ kind: 'Service', metadata: { name: 'api' } }),
      at: 'Service shop-app/api /metadata/name',
    },
    'the same object in another version': {
      change: add({ apiVersion: 'apps/v1beta1', kind: 'Deployment', metadata: { name: 'api' } }),
      at: 'Deployment shop-app/api /metadata/name',
    },
  },
};
