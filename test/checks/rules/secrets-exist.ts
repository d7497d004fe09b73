import type { Table } from '../table';
import { add, declareMore, drop, remove, set } from '../table';

export const table: Table = {
  keeps: {
    'a promised Secret': [
      drop('ExternalSecret shop-data/database'),
      declareMore({ promisedSecrets: [{ namespace: 'shop-data', name: 'database', keys: ['password'], by: 'you' }] }),
    ],
    'a whole Secret from the store': [
      remove('ExternalSecret shop-app/database', '/spec/data'),
      set('ExternalSecret shop-app/database', '/spec/dataFrom', [{ extract: { key: 'shop/database' } }]),
    ],
    'a template that makes the key': [
      set('ExternalSecret shop-app/database', '/spec/data/0/secretKey', 'raw'),
      set('ExternalSecret shop-app/database', '/spec/target/template', { data: { password: '{{ .raw }}' } }),
    ],
    'the Secret that CloudNativePG makes': [
      add({ kind: 'Cluster', metadata: { name: 'orders' }, spec: { instances: 3 } }),
      set('Deployment shop-app/api', '/spec/template/spec/volumes/2/secret', {
        secretName: 'orders-app',
        items: [{ key: 'pgpass', path: 'pgpass' }],
      }),
    ],
  },
  breaks: {
    'an ExternalSecret that is gone': {
      change: drop('ExternalSecret shop-data/database'),
      at: 'StatefulSet shop-data/postgres /spec/template/spec/volumes/1/secret/secretName',
    },
    'a key that is not fetched': {
      change: set('ExternalSecret shop-app/database', '/spec/data/0/secretKey', 'pass'),
      at: [
        'Deployment shop-app/api /spec/template/spec/volumes/2/secret/items/0/key',
        'Job shop-app/migration /spec/template/spec/containers/0/volumeMounts/0/subPath',
      ],
    },
    'a template that leaves the key out': {
      change: [
        set('ExternalSecret shop-data/database', '/spec/target/template', { data: { 'redis.conf': 'requirepass' } }),
        set('StatefulSet shop-data/postgres', '/spec/template/spec/volumes/1/secret/items', [
          { key: 'password', path: 'p' },
        ]),
      ],
      at: 'StatefulSet shop-data/postgres /spec/template/spec/volumes/1/secret/items/0/key',
    },
    'a target of another name': {
      change: set('ExternalSecret shop-data/database', '/spec/target/name', 'postgres'),
      at: 'StatefulSet shop-data/postgres /spec/template/spec/volumes/1/secret/secretName',
    },
    'a certificate that is gone': {
      change: drop('Certificate shop-app/api-tls'),
      at: [
        'Gateway shop-app/api /spec/listeners/0/tls/certificateRefs/0/name',
        'Ingress shop-app/api /spec/tls/0/secretName',
      ],
    },
    'a promise without the key': {
      change: [
        drop('ExternalSecret shop-app/database'),
        declareMore({ promisedSecrets: [{ namespace: 'shop-app', name: 'database', keys: ['token'], by: 'you' }] }),
      ],
      at: [
        'Deployment shop-app/api /spec/template/spec/volumes/2/secret/items/0/key',
        'Job shop-app/migration /spec/template/spec/containers/0/volumeMounts/0/subPath',
      ],
    },
    'a Secret without what CloudNativePG reads': {
      change: add({
        kind: 'Cluster',
        metadata: { name: 'orders' },
        spec: { bootstrap: { initdb: { secret: { name: 'database' } } } },
      }),
      at: 'Cluster shop-app/orders /spec/bootstrap/initdb/secret/name',
    },
  },
};
