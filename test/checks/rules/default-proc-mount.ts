import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: { 'the default, said': set(api, `${container}/securityContext/procMount`, 'Default') },
  breaks: {
    unmasked: {
      change: set(api, `${container}/securityContext/procMount`, 'Unmasked'),
      at: `${api} ${container}/securityContext/procMount`,
    },
  },
};
