import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: {
    'text that only looks like a reference': set(api, `${container}/env/0/value`, '$$(NOBODY)'),
    'a reference to what envFrom may bring': [
      set(api, `${container}/env/0/value`, '$(FLAG)'),
      set(api, `${container}/envFrom`, [{ configMapRef: { name: 'flags' } }]),
    ],
  },
  breaks: {
    'a name twice': {
      change: set(api, `${container}/env/1/name`, 'DATABASE_HOST'),
      at: [`${api} ${container}/env/1/name`, `${api} ${container}/env/2/value`],
    },
    'a reference to what is set below': {
      change: set(api, `${container}/env/0/value`, '$(DATABASE_PORT)'),
      at: `${api} ${container}/env/0/value`,
    },
    'a reference to nothing': {
      change: set(api, `${container}/env/1/name`, 'PORT'),
      at: `${api} ${container}/env/2/value`,
    },
  },
};
