import type { Table } from '../table';
import { remove, set } from '../table';

const postgres = 'StatefulSet shop-data/postgres';

export const table: Table = {
  breaks: {
    'no version': {
      change: remove(postgres, '/spec/volumeClaimTemplates/0/apiVersion'),
      at: `${postgres} /spec/volumeClaimTemplates/0/apiVersion`,
    },
    'another kind': {
      change: set(postgres, '/spec/volumeClaimTemplates/0/kind', 'Volume'),
      at: `${postgres} /spec/volumeClaimTemplates/0/kind`,
    },
  },
};
