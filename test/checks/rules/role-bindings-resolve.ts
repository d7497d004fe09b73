import type { Table } from '../table';
import { drop, set } from '../table';

export const table: Table = {
  keeps: {
    'a role of every cluster': set('RoleBinding shop-app/report', '/roleRef', { kind: 'ClusterRole', name: 'view' }),
  },
  breaks: {
    'a role that is gone': { change: drop('Role shop-app/report'), at: 'RoleBinding shop-app/report /roleRef/name' },
    'a role taken for one of the cluster': {
      change: set('RoleBinding shop-app/report', '/roleRef/kind', 'ClusterRole'),
      at: 'RoleBinding shop-app/report /roleRef/name',
    },
  },
};
