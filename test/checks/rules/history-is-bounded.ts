import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const postgres = 'StatefulSet shop-data/postgres';
const report = 'CronJob shop-app/report';

export const table: Table = {
  breaks: {
    'nothing to go back to': {
      change: set(api, '/spec/revisionHistoryLimit', 0),
      at: `${api} /spec/revisionHistoryLimit`,
    },
    'the default of a StatefulSet': {
      change: remove(postgres, '/spec/revisionHistoryLimit'),
      at: `${postgres} /spec/revisionHistoryLimit`,
    },
    'too much': {
      change: set(report, '/spec/failedJobsHistoryLimit', 11),
      at: `${report} /spec/failedJobsHistoryLimit`,
    },
    'no success kept': {
      change: set(report, '/spec/successfulJobsHistoryLimit', 0),
      at: `${report} /spec/successfulJobsHistoryLimit`,
    },
  },
};
