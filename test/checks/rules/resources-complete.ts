import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  breaks: {
    'a limit left out': {
      change: remove(api, `${container}/resources/limits/ephemeral-storage`),
      at: `${api} ${container}/resources/limits/ephemeral-storage`,
    },
    'all requests left out': {
      change: remove(api, `${container}/resources/requests`),
      at: ['cpu', 'memory', 'ephemeral-storage'].map(
        (resource) => `${api} ${container}/resources/requests/${resource}`,
      ),
    },
    'an init container without any': {
      change: set(api, `${pod}/initContainers`, [
        { name: 'wait', resources: { requests: { cpu: 1, memory: 1, 'ephemeral-storage': 1 } } },
      ]),
      at: ['cpu', 'memory', 'ephemeral-storage'].map(
        (resource) => `${api} ${pod}/initContainers/0/resources/limits/${resource}`,
      ),
    },
  },
};
