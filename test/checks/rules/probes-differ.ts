import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: {
    'another port': set(api, `${container}/livenessProbe/httpGet`, { path: '/ready', port: 8081 }),
    'another timing alone is no other question': set(api, `${container}/livenessProbe/periodSeconds`, 30),
  },
  breaks: {
    'the same path': {
      change: set(api, `${container}/livenessProbe/httpGet/path`, '/ready'),
      at: `${api} ${container}/livenessProbe`,
    },
    'the same command': {
      change: set('StatefulSet shop-data/postgres', `${container}/livenessProbe`, {
        exec: { command: ['pg_isready'] },
      }),
      at: `StatefulSet shop-data/postgres ${container}/livenessProbe`,
    },
  },
};
