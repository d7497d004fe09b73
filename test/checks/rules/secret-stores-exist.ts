import type { Table } from '../table';
import { declare, set } from '../table';

export const table: Table = {
  breaks: {
    'a store that nobody promised': {
      change: declare({ prerequisites: [] }),
      at: [
        'ExternalSecret shop-app/database /spec/secretStoreRef/name',
        'ExternalSecret shop-data/database /spec/secretStoreRef/name',
      ],
    },
    'a store of another kind': {
      change: set('ExternalSecret shop-app/database', '/spec/secretStoreRef/kind', 'SecretStore'),
      at: 'ExternalSecret shop-app/database /spec/secretStoreRef/name',
    },
  },
};
