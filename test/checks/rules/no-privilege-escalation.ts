import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  breaks: {
    'escalation allowed': {
      change: set(api, `${container}/securityContext/allowPrivilegeEscalation`, true),
      at: `${api} ${container}/securityContext/allowPrivilegeEscalation`,
    },
    'nothing said, which means yes': {
      change: remove(api, `${container}/securityContext/allowPrivilegeEscalation`),
      at: `${api} ${container}/securityContext/allowPrivilegeEscalation`,
    },
  },
};
