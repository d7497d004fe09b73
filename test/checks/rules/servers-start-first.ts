import * as fixture from '../platform-fixture';
import type { Table } from '../table';
import { declareMore, set } from '../table';

const wave = '/metadata/annotations/argocd.argoproj.io~1sync-wave';
const { api, connection, migration, postgres } = fixture;

export const table: Table = {
  keeps: {
    'a client that can start without its server': declareMore({ connections: [connection(postgres, api, 8080)] }),
    'pods that talk among themselves': declareMore({ connections: [connection(api, api, 8080, true)] }),
    'an external server': declareMore({
      connections: [connection(api, { type: 'addresses', id: 'mail', cidrs: ['192.0.2.0/24'], except: [] }, 25, true)],
    }),
  },
  breaks: {
    'the same wave': { change: set('Deployment shop-app/api', wave, '0'), at: `Deployment shop-app/api ${wave}` },
    'a later server': {
      change: set('StatefulSet shop-data/postgres', wave, '2'),
      at: [`Deployment shop-app/api ${wave}`, `Job shop-app/migration ${wave}`],
    },
    'pods that must have finished before': {
      change: declareMore({
        connections: [
          {
            from: api,
            to: { name: 'shop', server: postgres, ports: [], readyAfter: [migration] },
            startup: true,
          },
        ],
      }),
      at: `Deployment shop-app/api ${wave}`,
    },
    'a hook before the sync': {
      change: set('Job shop-app/migration', '/metadata/annotations/argocd.argoproj.io~1hook', 'PreSync'),
      at: `Job shop-app/migration ${wave}`,
    },
  },
};
