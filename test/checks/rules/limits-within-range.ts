import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: { 'exactly the most': set('LimitRange shop-app/namespace', '/spec/limits/0/max/memory', '128Mi') },
  breaks: {
    'more than the most': {
      change: set(api, `${container}/resources/limits/memory`, '2Gi'),
      at: `${api} ${container}/resources/limits/memory`,
    },
    'less than the least': {
      change: [
        set('LimitRange shop-app/namespace', '/spec/limits/0/min', { cpu: '100m' }),
        set(api, `${container}/resources/requests/cpu`, '50m'),
      ],
      at: `${api} ${container}/resources/requests/cpu`,
    },
  },
};
