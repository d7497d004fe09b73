import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';
const report = 'CronJob shop-app/report';
const reportPod = '/spec/jobTemplate/spec/template/spec';

export const table: Table = {
  keeps: { 'the old field with the same name': set(api, `${pod}/serviceAccount`, 'api') },
  breaks: {
    'no account': { change: remove(api, `${pod}/serviceAccountName`), at: `${api} ${pod}/serviceAccountName` },
    'the account of everybody': {
      change: set(api, `${pod}/serviceAccountName`, 'default'),
      at: `${api} ${pod}/serviceAccountName`,
    },
    'the account of another workload': {
      change: set(report, `${reportPod}/serviceAccountName`, 'api'),
      at: `${report} ${reportPod}/serviceAccountName`,
    },
    'the old field with another name': {
      change: set(api, `${pod}/serviceAccount`, 'web'),
      at: `${api} ${pod}/serviceAccount`,
    },
  },
};
