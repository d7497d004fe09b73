import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: {
    'the same amount in another unit': [
      set(api, `${container}/resources/requests/cpu`, 0.2),
      set(api, `${container}/resources/requests/memory`, '131072Ki'),
    ],
    'no limit, which is another rule’s affair': remove(api, `${container}/resources/limits`),
  },
  breaks: {
    'less memory than asked for': {
      change: set(api, `${container}/resources/limits/memory`, '100M'),
      at: `${api} ${container}/resources/limits/memory`,
    },
    'less processor than asked for': {
      change: set(api, `${container}/resources/requests/cpu`, 1),
      at: `${api} ${container}/resources/limits/cpu`,
    },
  },
};
