import type { Table } from '../table';
import { add, declare, set } from '../table';

export const table: Table = {
  keeps: {
    'an issuer of the namespace': [
      set('Certificate shop-app/api-tls', '/spec/issuerRef', { name: 'own' }),
      add({ kind: 'Issuer', metadata: { name: 'own' }, spec: { selfSigned: {} } }),
    ],
  },
  breaks: {
    'an issuer that nobody promised': {
      change: declare({ prerequisites: [] }),
      at: 'Certificate shop-app/api-tls /spec/issuerRef/name',
    },
    'a cluster issuer taken for one of the namespace': {
      change: set('Certificate shop-app/api-tls', '/spec/issuerRef/kind', 'Issuer'),
      at: 'Certificate shop-app/api-tls /spec/issuerRef/name',
    },
  },
};
