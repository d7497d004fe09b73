import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const postgres = 'StatefulSet shop-data/postgres';
const pod = '/spec/template/spec';

export const table: Table = {
  breaks: {
    'no spread': {
      change: remove(api, `${pod}/topologySpreadConstraints`),
      at: `${api} ${pod}/topologySpreadConstraints`,
    },
    'a spread over zones alone': {
      change: set(api, `${pod}/topologySpreadConstraints/0/topologyKey`, 'topology.kubernetes.io/zone'),
      at: `${api} ${pod}/topologySpreadConstraints`,
    },
    'a second replica': {
      change: set(postgres, '/spec/replicas', 2),
      at: `${postgres} ${pod}/topologySpreadConstraints`,
    },
  },
};
