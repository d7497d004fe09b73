import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';

export const table: Table = {
  keeps: {
    'a setting of the pod’s own network': set(api, `${pod}/securityContext/sysctls`, [
      { name: 'net.ipv4.ip_unprivileged_port_start', value: '80' },
    ]),
  },
  breaks: {
    'a setting of the node': {
      change: set(api, `${pod}/securityContext/sysctls`, [{ name: 'net.core.somaxconn', value: '1024' }]),
      at: `${api} ${pod}/securityContext/sysctls/0/name`,
    },
  },
};
