import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: { 'nothing said, which means no': remove(api, `${container}/securityContext/privileged`) },
  breaks: {
    'a privileged container': {
      change: set(api, `${container}/securityContext/privileged`, true),
      at: `${api} ${container}/securityContext/privileged`,
    },
    'a privileged init container': {
      change: set(api, `${pod}/initContainers`, [{ name: 'sysctl', securityContext: { privileged: true } }]),
      at: `${api} ${pod}/initContainers/0/securityContext/privileged`,
    },
  },
};
