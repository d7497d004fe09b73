import type { Table } from '../table';
import { add, remove, set } from '../table';

const api = 'Deployment shop-app/api';
const postgres = 'StatefulSet shop-data/postgres';
const report = 'CronJob shop-app/report';

export const table: Table = {
  keeps: {
    'the account that every namespace has': add({ kind: 'ServiceAccount', metadata: { name: 'default' } }),
  },
  breaks: {
    'an account': {
      change: set(api, '/spec/template/spec/serviceAccountName', 'report'),
      at: 'ServiceAccount shop-app/api /metadata/name',
    },
    'an account that is only bound': {
      change: remove(report, '/spec/jobTemplate/spec/template/spec/serviceAccountName'),
      at: 'ServiceAccount shop-app/report /metadata/name',
    },
    'a Secret’s source': {
      change: remove(postgres, '/spec/template/spec/volumes/1'),
      at: 'ExternalSecret shop-data/database /metadata/name',
    },
    'a certificate': {
      change: [remove('Ingress shop-app/api', '/spec/tls'), remove('Gateway shop-app/api', '/spec/listeners/0/tls')],
      at: 'Certificate shop-app/api-tls /metadata/name',
    },
    'a claim': {
      change: remove(report, '/spec/jobTemplate/spec/template/spec/volumes/1'),
      at: 'PersistentVolumeClaim shop-app/reports /metadata/name',
    },
    'a ConfigMap': {
      change: add({ kind: 'ConfigMap', metadata: { name: 'old' }, data: {} }),
      at: 'ConfigMap shop-app/old /metadata/name',
    },
  },
};
