import type { Table } from '../table';
import { set } from '../table';

const role = 'Role shop-app/report';

export const table: Table = {
  keeps: {
    'to read pods': set(role, '/rules/0', { resources: ['pods', 'pods/log'], verbs: ['get', 'list', 'watch'] }),
  },
  breaks: {
    'to start pods': {
      change: set(role, '/rules/0', { resources: ['pods'], verbs: ['create'] }),
      at: `${role} /rules/0`,
    },
    'to start what starts pods': {
      change: set(role, '/rules/0', { resources: ['cronjobs'], verbs: ['patch'] }),
      at: `${role} /rules/0`,
    },
    'to run commands in pods, for which reading is enough': {
      change: set(role, '/rules/0', { resources: ['pods/exec'], verbs: ['get'] }),
      at: `${role} /rules/0`,
    },
  },
};
