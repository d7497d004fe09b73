import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const postgres = 'StatefulSet shop-data/postgres';
const pod = '/spec/template/spec';

export const table: Table = {
  breaks: {
    'no class': { change: remove(api, `${pod}/priorityClassName`), at: `${api} ${pod}/priorityClassName` },
    'an empty name': {
      change: set(postgres, `${pod}/priorityClassName`, ''),
      at: `${postgres} ${pod}/priorityClassName`,
    },
  },
};
