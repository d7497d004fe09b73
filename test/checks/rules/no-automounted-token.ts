import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';
const report = 'CronJob shop-app/report';
const reportPod = '/spec/jobTemplate/spec/template/spec';

export const table: Table = {
  breaks: {
    'a pod that asks for it': {
      change: set(api, `${pod}/automountServiceAccountToken`, true),
      at: `${api} ${pod}/automountServiceAccountToken`,
    },
    'a pod that says nothing': {
      change: remove(report, `${reportPod}/automountServiceAccountToken`),
      at: `${report} ${reportPod}/automountServiceAccountToken`,
    },
    'an account that says nothing': {
      change: remove('ServiceAccount shop-app/api', '/automountServiceAccountToken'),
      at: 'ServiceAccount shop-app/api /automountServiceAccountToken',
    },
  },
};
