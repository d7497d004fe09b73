import type { Table } from '../table';
import { set } from '../table';

const role = 'Role shop-app/report';

export const table: Table = {
  breaks: {
    'every verb': { change: set(role, '/rules/0/verbs', ['*']), at: `${role} /rules/0/verbs` },
    'every resource': {
      change: set(role, '/rules/0/resources', ['configmaps', '*']),
      at: `${role} /rules/0/resources`,
    },
    'every subresource': { change: set(role, '/rules/0/resources', ['pods/*']), at: `${role} /rules/0/resources` },
    'every group': { change: set(role, '/rules/0/apiGroups', ['*']), at: `${role} /rules/0/apiGroups` },
    'every path': { change: set(role, '/rules/0/nonResourceURLs', ['*']), at: `${role} /rules/0/nonResourceURLs` },
  },
};
