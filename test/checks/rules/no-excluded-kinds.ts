import type { Table } from '../table';
import { add } from '../table';

export const table: Table = {
  breaks: {
    'addresses of a Service': {
      change: add({ kind: 'EndpointSlice', metadata: { name: 'external' } }),
      at: 'EndpointSlice shop-app/external /kind',
    },
  },
};
