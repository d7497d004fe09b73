import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  breaks: {
    'a probe of another host': {
      change: set(api, `${container}/readinessProbe/httpGet/host`, 'example.org'),
      at: `${api} ${container}/readinessProbe/httpGet/host`,
    },
    'a connection to another host': {
      change: set(api, `${container}/livenessProbe`, { tcpSocket: { host: '10.0.0.1', port: 22 } }),
      at: `${api} ${container}/livenessProbe/tcpSocket/host`,
    },
    'a hook that asks another host': {
      change: set(api, `${container}/lifecycle/preStop`, { httpGet: { host: 'example.org', port: 80 } }),
      at: `${api} ${container}/lifecycle/preStop/httpGet/host`,
    },
  },
};
