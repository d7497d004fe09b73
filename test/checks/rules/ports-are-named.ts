import type { Table } from '../table';
import { remove, set } from '../table';

export const table: Table = {
  breaks: {
    'a container port without a name': {
      change: remove('Deployment shop-app/api', '/spec/template/spec/containers/0/ports/0/name'),
      at: 'Deployment shop-app/api /spec/template/spec/containers/0/ports/0/name',
    },
    'a name twice in one pod': {
      change: set('Deployment shop-app/api', '/spec/template/spec/containers/0/ports/-', {
        name: 'http',
        containerPort: 9090,
      }),
      at: 'Deployment shop-app/api /spec/template/spec/containers/0/ports/1/name',
    },
    'a Service port without a name': {
      change: remove('Service shop-app/api', '/spec/ports/0/name'),
      at: 'Service shop-app/api /spec/ports/0/name',
    },
  },
};
