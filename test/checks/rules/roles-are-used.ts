import type { Table } from '../table';
import { drop, remove, set } from '../table';

const report = 'CronJob shop-app/report';
const reportPod = '/spec/jobTemplate/spec/template/spec';
const role = 'Role shop-app/report';
const binding = 'RoleBinding shop-app/report';

export const table: Table = {
  keeps: {
    'a role that only collects others': [
      set(role, '/kind', 'ClusterRole'),
      set('ClusterRole shop-app/report', '/aggregationRule', {}),
    ],
  },
  breaks: {
    'a role that nobody has': { change: drop('RoleBinding shop-app/report'), at: `${role} /metadata/name` },
    'a role that grants nothing': { change: set(role, '/rules', []), at: `${role} /rules` },
    'a binding of nobody': { change: set(binding, '/subjects', []), at: `${binding} /subjects` },
    'a binding of an account that no pod runs as': {
      change: remove(report, `${reportPod}/serviceAccountName`),
      at: `${binding} /subjects/0/name`,
    },
    'a binding of another role': { change: set(binding, '/roleRef/name', 'other'), at: `${role} /metadata/name` },
  },
};
