import type { Table } from '../table';
import { remove, set } from '../table';

const secret = 'ExternalSecret shop-app/database';
const template = (data: Readonly<Record<string, string>>, type = 'Opaque') =>
  set(secret, '/spec/target/template', { type, data });

export const table: Table = {
  keeps: {
    'a template of what is fetched': template({ 'redis.conf': 'requirepass {{ .password }}' }),
    'a key with a dash in its name': [
      set(secret, '/spec/data/0/secretKey', 'client-secret'),
      template({ password: '{{ index . "client-secret" }}' }),
    ],
    'a complete account': template({ username: 'api', password: '{{ .password }}' }, 'kubernetes.io/basic-auth'),
    'everything under a path': [
      remove(secret, '/spec/data'),
      set(secret, '/spec/dataFrom', [{ extract: { key: 'shop/database' } }]),
      template({ password: '{{ .anything }}' }),
    ],
  },
  breaks: {
    'no store': { change: remove(secret, '/spec/secretStoreRef'), at: `${secret} /spec/secretStoreRef/name` },
    'nothing to fetch': { change: remove(secret, '/spec/data/0'), at: `${secret} /spec/data` },
    'no path': {
      change: remove(secret, '/spec/data/0/remoteRef'),
      at: `${secret} /spec/data/0/remoteRef/key`,
    },
    'a template of what is not fetched': {
      change: template({ password: '{{ .password }}', token: '{{ .token }}' }),
      at: `${secret} /spec/target/template/data`,
    },
    'a template that forgets what is fetched': {
      change: template({ username: 'api' }),
      at: `${secret} /spec/data`,
    },
    'half an account': {
      change: template({ password: '{{ .password }}' }, 'kubernetes.io/basic-auth'),
      at: `${secret} /spec/target/template/data/username`,
    },
  },
};
