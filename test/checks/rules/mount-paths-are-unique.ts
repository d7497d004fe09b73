import type { Table } from '../table';
import { set } from '../table';

export const table: Table = {
  breaks: {
    'one path twice': {
      change: set('Deployment shop-app/api', '/spec/template/spec/containers/0/volumeMounts/2/mountPath', '/tmp'),
      at: 'Deployment shop-app/api /spec/template/spec/containers/0/volumeMounts/2/mountPath',
    },
    'a relative path': {
      change: set('Deployment shop-app/api', '/spec/template/spec/containers/0/volumeMounts/0/mountPath', 'tmp'),
      at: 'Deployment shop-app/api /spec/template/spec/containers/0/volumeMounts/0/mountPath',
    },
  },
};
