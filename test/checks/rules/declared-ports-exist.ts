import { api, connection, postgres } from '../platform-fixture';
import type { Table } from '../table';
import { declareMore, remove, set } from '../table';

export const table: Table = {
  breaks: {
    'a changed number': {
      change: set('Deployment shop-app/api', '/spec/template/spec/containers/0/ports/0/containerPort', 8081),
      at: 'Deployment shop-app/api /spec/template/spec/containers',
    },
    'a port that is gone': {
      change: remove('StatefulSet shop-data/postgres', '/spec/template/spec/containers/0/ports/0'),
      at: [
        'StatefulSet shop-data/postgres /spec/template/spec/containers',
        'StatefulSet shop-data/postgres /spec/template/spec/containers',
      ],
    },
    'a port that was never there': {
      change: declareMore({ connections: [connection(api, postgres, 9187)] }),
      at: 'StatefulSet shop-data/postgres /spec/template/spec/containers',
    },
    'another protocol': {
      change: set('Deployment shop-app/api', '/spec/template/spec/containers/0/ports/0/protocol', 'UDP'),
      at: 'Deployment shop-app/api /spec/template/spec/containers',
    },
  },
};
