import { secretStoresExist } from '../../../lib/checks/rules/secret-stores-exist';
import { declare, set, testRule } from '../table';

testRule(secretStoresExist, {
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
});
