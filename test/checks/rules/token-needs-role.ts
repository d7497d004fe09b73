import type { Table } from '../table';
import { drop, remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';
const report = 'CronJob shop-app/report';
const reportPod = '/spec/jobTemplate/spec/template/spec';

export const table: Table = {
  keeps: {
    'a token for somebody else, without a role': set(api, `${pod}/volumes/0`, {
      name: 'tmp',
      projected: { sources: [{ serviceAccountToken: { path: 'token', audience: 'vault' } }] },
    }),
  },
  breaks: {
    'a token without a role': { change: drop('RoleBinding shop-app/report'), at: `${report} ${reportPod}/volumes` },
    'a role without a token': {
      change: remove(report, `${reportPod}/volumes/0/projected/sources/0`),
      at: `${report} ${reportPod}/volumes`,
    },
    'an automounted token without a role': {
      change: set(api, `${pod}/automountServiceAccountToken`, true),
      at: `${api} ${pod}/volumes`,
    },
    'a binding of an account elsewhere': {
      change: set('RoleBinding shop-app/report', '/subjects/0/namespace', 'shop-data'),
      at: `${report} ${reportPod}/volumes`,
    },
  },
};
