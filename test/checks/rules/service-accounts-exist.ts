import type { Table } from '../table';
import { add, drop, set } from '../table';

export const table: Table = {
  breaks: {
    'the account of pods': {
      change: drop('ServiceAccount shop-app/api'),
      at: 'Deployment shop-app/api /spec/template/spec/serviceAccountName',
    },
    'the subject of a binding': {
      change: set('RoleBinding shop-app/report', '/subjects/0/namespace', 'shop-data'),
      at: 'RoleBinding shop-app/report /subjects/0/name',
    },
    'the account of a secret store': {
      change: add({
        kind: 'SecretStore',
        metadata: { name: 'local' },
        spec: { provider: { kubernetes: { auth: { serviceAccount: { name: 'reader' } } } } },
      }),
      at: 'SecretStore shop-app/local /spec/provider/kubernetes/auth/serviceAccount/name',
    },
  },
};
