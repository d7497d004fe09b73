import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: { 'port 0, which means none': set(api, `${container}/ports/0/hostPort`, 0) },
  breaks: {
    'a port of the node': {
      change: set(api, `${container}/ports/0/hostPort`, 8080),
      at: `${api} ${container}/ports/0/hostPort`,
    },
  },
};
