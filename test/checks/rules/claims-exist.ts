import type { Table } from '../table';
import { drop, set } from '../table';

const claimName = '/spec/jobTemplate/spec/template/spec/volumes/1/persistentVolumeClaim/claimName';

export const table: Table = {
  keeps: {
    'a claim of a StatefulSet': [
      set('CronJob shop-app/report', claimName, 'data-postgres-0'),
      set('CronJob shop-app/report', '/metadata/namespace', 'shop-data'),
    ],
  },
  breaks: {
    'a claim that is gone': {
      change: drop('PersistentVolumeClaim shop-app/reports'),
      at: `CronJob shop-app/report ${claimName}`,
    },
    'a claim of a StatefulSet elsewhere': {
      change: set('CronJob shop-app/report', claimName, 'data-postgres-0'),
      at: `CronJob shop-app/report ${claimName}`,
    },
  },
};
