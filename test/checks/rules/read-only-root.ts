import type { Table } from '../table';
import { remove, set } from '../table';

const field = '/spec/template/spec/containers/0/securityContext/readOnlyRootFilesystem';

export const table: Table = {
  breaks: {
    'an explicit false': {
      change: set('Deployment shop-app/api', field, false),
      at: `Deployment shop-app/api ${field}`,
    },
    'nothing said': {
      change: remove('StatefulSet shop-data/postgres', field),
      at: `StatefulSet shop-data/postgres ${field}`,
    },
    'an init container': {
      change: set('Deployment shop-app/api', '/spec/template/spec/initContainers', [{ name: 'wait' }]),
      at: 'Deployment shop-app/api /spec/template/spec/initContainers/0/securityContext/readOnlyRootFilesystem',
    },
  },
};
