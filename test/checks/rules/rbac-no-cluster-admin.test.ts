import { rbacNoClusterAdmin } from '../../../lib/checks/rules/rbac-no-cluster-admin';
import { set, testRule } from '../table';

const binding = 'RoleBinding shop-app/report';

testRule(rbacNoClusterAdmin, {
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
});
