import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: { 'an empty list': set(api, `${container}/securityContext/capabilities/add`, []) },
  breaks: {
    'the one that lets listen below 1024': {
      change: set(api, `${container}/securityContext/capabilities/add`, ['NET_BIND_SERVICE']),
      at: `${api} ${container}/securityContext/capabilities/add`,
    },
  },
};
