import type { Table } from '../table';
import { add, declare, set } from '../table';

export const table: Table = {
  keeps: {
    'a class that is rendered': [
      set('Ingress shop-app/api', '/spec/ingressClassName', 'edge'),
      add({ kind: 'IngressClass', metadata: { name: 'edge', namespace: undefined } }),
    ],
  },
  breaks: {
    'classes that nobody promised': {
      change: declare({ prerequisites: [] }),
      at: [
        'Gateway shop-app/api /spec/gatewayClassName',
        'Ingress shop-app/api /spec/ingressClassName',
        'PersistentVolumeClaim shop-app/reports /spec/storageClassName',
        'StatefulSet shop-data/postgres /spec/volumeClaimTemplates/0/spec/storageClassName',
      ],
    },
    'a runtime class': {
      change: set('Deployment shop-app/api', '/spec/template/spec/runtimeClassName', 'gvisor'),
      at: 'Deployment shop-app/api /spec/template/spec/runtimeClassName',
    },
  },
};
