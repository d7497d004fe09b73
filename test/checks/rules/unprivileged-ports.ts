import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: { 'the lowest that is free': set(api, `${container}/ports/0/containerPort`, 1024) },
  breaks: {
    'the port of the protocol': {
      change: set(api, `${container}/ports/0/containerPort`, 80),
      at: `${api} ${container}/ports/0/containerPort`,
    },
  },
};
