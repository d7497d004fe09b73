import type { Table } from '../table';
import { set } from '../table';

const binding = 'RoleBinding shop-app/report';

export const table: Table = {
  breaks: {
    'the role that may do everything': {
      change: set(binding, '/roleRef/name', 'cluster-admin'),
      at: `${binding} /roleRef/name`,
    },
    'a role for everybody who has logged in': {
      change: set(binding, '/subjects/0', { kind: 'Group', name: 'system:authenticated' }),
      at: `${binding} /subjects/0/name`,
    },
  },
};
