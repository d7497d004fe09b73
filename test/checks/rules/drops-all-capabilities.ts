import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  breaks: {
    'some dropped': {
      change: set(api, `${container}/securityContext/capabilities/drop`, ['NET_RAW']),
      at: `${api} ${container}/securityContext/capabilities/drop`,
    },
    'none dropped': {
      change: remove(api, `${container}/securityContext/capabilities`),
      at: `${api} ${container}/securityContext/capabilities/drop`,
    },
  },
};
