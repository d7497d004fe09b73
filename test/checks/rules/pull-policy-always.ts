import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  breaks: {
    'another policy': {
      change: set(api, `${container}/imagePullPolicy`, 'IfNotPresent'),
      at: `${api} ${container}/imagePullPolicy`,
    },
    none: { change: remove(api, `${container}/imagePullPolicy`), at: `${api} ${container}/imagePullPolicy` },
  },
};
