import type { Table } from '../table';
import { set } from '../table';

const role = 'Role shop-app/report';

export const table: Table = {
  keeps: {
    'to make Secrets, not to read them': set(role, '/rules/0', {
      apiGroups: [''],
      resources: ['secrets'],
      verbs: ['create'],
    }),
  },
  breaks: {
    'to list them': {
      change: set(role, '/rules/0', { resources: ['secrets'], verbs: ['list'] }),
      at: `${role} /rules/0`,
    },
    'to do everything with them': {
      change: set(role, '/rules/0', { resources: ['secrets'], verbs: ['*'] }),
      at: `${role} /rules/0`,
    },
    'to read everything': {
      change: set(role, '/rules/0', { resources: ['*'], verbs: ['get'] }),
      at: `${role} /rules/0`,
    },
  },
};
