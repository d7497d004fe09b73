import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  breaks: {
    'no slash': {
      change: set(api, `${container}/readinessProbe/httpGet/path`, 'ready'),
      at: `${api} ${container}/readinessProbe/httpGet/path`,
    },
    'no path': {
      change: remove(api, `${container}/livenessProbe/httpGet/path`),
      at: `${api} ${container}/livenessProbe/httpGet/path`,
    },
  },
};
