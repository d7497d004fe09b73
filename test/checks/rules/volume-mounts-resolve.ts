import type { Table } from '../table';
import { remove, set } from '../table';

export const table: Table = {
  breaks: {
    'a mount without a volume': {
      change: remove('Deployment shop-app/api', '/spec/template/spec/volumes/0'),
      at: 'Deployment shop-app/api /spec/template/spec/containers/0/volumeMounts/0/name',
    },
    'a volume without a mount': {
      change: remove('Deployment shop-app/api', '/spec/template/spec/containers/0/volumeMounts/2'),
      at: 'Deployment shop-app/api /spec/template/spec/volumes/2',
    },
    'a claim template of another name': {
      change: set('StatefulSet shop-data/postgres', '/spec/volumeClaimTemplates/0/metadata/name', 'disk'),
      at: [
        'StatefulSet shop-data/postgres /spec/template/spec/containers/0/volumeMounts/0/name',
        'StatefulSet shop-data/postgres /spec/volumeClaimTemplates/0',
      ],
    },
  },
};
