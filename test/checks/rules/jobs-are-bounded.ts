import type { Table } from '../table';
import { remove, set } from '../table';

const migration = 'Job shop-app/migration';
const report = 'CronJob shop-app/report';

export const table: Table = {
  breaks: {
    'no end of attempts': { change: remove(migration, '/spec/backoffLimit'), at: `${migration} /spec/backoffLimit` },
    'no end of time': {
      change: remove(report, '/spec/jobTemplate/spec/activeDeadlineSeconds'),
      at: `${report} /spec/jobTemplate/spec/activeDeadlineSeconds`,
    },
    'a pod that starts again for ever': {
      change: set(migration, '/spec/template/spec/restartPolicy', 'Always'),
      at: `${migration} /spec/template/spec/restartPolicy`,
    },
    'one beside the other': {
      change: set(report, '/spec/concurrencyPolicy', 'Allow'),
      at: `${report} /spec/concurrencyPolicy`,
    },
    'the default, which is one beside the other': {
      change: remove(report, '/spec/concurrencyPolicy'),
      at: `${report} /spec/concurrencyPolicy`,
    },
    'no latest start': {
      change: remove(report, '/spec/startingDeadlineSeconds'),
      at: `${report} /spec/startingDeadlineSeconds`,
    },
    'whatever zone the cluster is in': { change: remove(report, '/spec/timeZone'), at: `${report} /spec/timeZone` },
  },
};
