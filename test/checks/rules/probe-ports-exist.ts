import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: { 'a port by name': set(api, `${container}/readinessProbe/httpGet/port`, 'http') },
  breaks: {
    'another number': {
      change: set(api, `${container}/readinessProbe/httpGet/port`, 8081),
      at: `${api} ${container}/readinessProbe/httpGet/port`,
    },
    'another name': {
      change: set(api, `${container}/livenessProbe/httpGet/port`, 'web'),
      at: `${api} ${container}/livenessProbe/httpGet/port`,
    },
    'no port': {
      change: remove(api, `${container}/startupProbe/httpGet/port`),
      at: `${api} ${container}/startupProbe/httpGet/port`,
    },
    'a connection to a port that is gone': {
      change: set('StatefulSet shop-data/postgres', `${container}/ports/0/containerPort`, 5433),
      at: `StatefulSet shop-data/postgres ${container}/livenessProbe/tcpSocket/port`,
    },
    'a port of the container beside it': {
      change: [
        set(api, `${pod}/containers/-`, { name: 'exporter', ports: [{ containerPort: 9090 }] }),
        set(api, `${container}/livenessProbe/httpGet/port`, 9090),
      ],
      at: `${api} ${container}/livenessProbe/httpGet/port`,
    },
  },
};
