import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: { 'an init container, which ends': set(api, `${pod}/initContainers`, [{ name: 'wait' }]) },
  breaks: {
    'no readiness': { change: remove(api, `${container}/readinessProbe`), at: `${api} ${container}/readinessProbe` },
    'no liveness': { change: remove(api, `${container}/livenessProbe`), at: `${api} ${container}/livenessProbe` },
    'no start-up': {
      change: remove('StatefulSet shop-data/postgres', `${container}/startupProbe`),
      at: `StatefulSet shop-data/postgres ${container}/startupProbe`,
    },
    'a container beside the first': {
      change: set(api, `${pod}/containers/-`, { name: 'exporter' }),
      at: ['livenessProbe', 'readinessProbe', 'startupProbe'].map((probe) => `${api} ${pod}/containers/1/${probe}`),
    },
  },
};
