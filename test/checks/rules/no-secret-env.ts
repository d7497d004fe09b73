import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  breaks: {
    'a variable': {
      change: set(api, `${container}/env/0`, {
        name: 'PASSWORD',
        valueFrom: { secretKeyRef: { name: 'database', key: 'password' } },
      }),
      at: `${api} ${container}/env/0/valueFrom/secretKeyRef`,
    },
    'all of them': {
      change: set(api, `${container}/envFrom`, [
        { configMapRef: { name: 'flags' } },
        { secretRef: { name: 'database' } },
      ]),
      at: `${api} ${container}/envFrom/1/secretRef`,
    },
  },
};
