import type { Table } from '../table';
import { remove, set } from '../table';

const migration = 'Job shop-app/migration';
const options = '/metadata/annotations/argocd.argoproj.io~1sync-options';

export const table: Table = {
  keeps: {
    'a Job that is replaced by force': [
      remove(migration, '/metadata/annotations/argocd.argoproj.io~1hook'),
      set(migration, options, 'Force=true,Replace=true'),
    ],
  },
  breaks: {
    'no hook': {
      change: remove(migration, '/metadata/annotations/argocd.argoproj.io~1hook'),
      at: `${migration} /metadata/annotations/argocd.argoproj.io~1hook`,
    },
    'no delete policy': {
      change: remove(migration, '/metadata/annotations/argocd.argoproj.io~1hook-delete-policy'),
      at: `${migration} /metadata/annotations/argocd.argoproj.io~1hook-delete-policy`,
    },
    'replaced, but not by force': {
      change: [
        remove(migration, '/metadata/annotations/argocd.argoproj.io~1hook'),
        set(migration, options, 'Replace=true'),
      ],
      at: `${migration} /metadata/annotations/argocd.argoproj.io~1hook`,
    },
  },
};
