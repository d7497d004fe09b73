import { api, connection, ours } from '../platform-fixture';
import type { Table } from '../table';
import { declareMore, drop, set } from '../table';

export const table: Table = {
  breaks: {
    'a workload that is gone': {
      change: drop('StatefulSet shop-data/postgres'),
      at: 'Namespace shop-data /metadata/name',
    },
    'pods that lost their label': {
      change: set('Job shop-app/migration', '/spec/template/metadata/labels/app.kubernetes.io~1name', 'other'),
      at: 'Namespace shop-app /metadata/name',
    },
    'a server that was never there': {
      change: declareMore({ connections: [connection(api, ours('shop-data', 'redis'), 6379)] }),
      at: 'Namespace shop-data /metadata/name',
    },
  },
};
