import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';
const prepares = set(api, `${pod}/initContainers`, [
  {
    name: 'prepare',
    volumeMounts: [
      { name: 'tmp', mountPath: '/tmp' },
      { name: 'database', mountPath: '/run/secrets/database' },
    ],
  },
]);

export const table: Table = {
  keeps: {
    'files that are handed on': prepares,
    'a Secret that only the preparation reads': [prepares, remove(api, `${pod}/containers/0/volumeMounts/2`)],
  },
  breaks: {
    'files that nobody reads': {
      change: [prepares, remove(api, `${pod}/containers/0/volumeMounts/0`)],
      at: `${api} ${pod}/volumes/0`,
    },
  },
};
