import type { Table } from '../table';
import { set } from '../table';

const migration = 'Job shop-app/migration';
const wave = '/metadata/annotations/argocd.argoproj.io~1sync-wave';

export const table: Table = {
  keeps: { 'the same wave': set('NetworkPolicy shop-app/api', wave, '1') },
  breaks: {
    'a policy of a later wave': {
      change: set('NetworkPolicy shop-data/postgres', wave, '1'),
      at: `NetworkPolicy shop-data/postgres ${wave}`,
    },
    'a hook before the sync': {
      change: set(migration, '/metadata/annotations/argocd.argoproj.io~1hook', 'PreSync'),
      at: [`NetworkPolicy shop-app/default-deny ${wave}`, `NetworkPolicy shop-app/migration ${wave}`],
    },
  },
};
