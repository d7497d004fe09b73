import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: {
    'a path': set(api, `${container}/env/0`, { name: 'API_TOKEN', value: '/run/secrets/api/token' }),
    'a product’s name': set(api, `${container}/env/0`, { name: 'KEYCLOAK_URL', value: 'https://sso.example.org' }),
    'the address of a service with such a name': set(api, `${container}/env/0`, {
      name: 'TOKENS_HOST',
      value: 'tokens.shop-app.svc',
    }),
    'an address with a user alone': set(api, `${container}/env/0`, {
      name: 'DATABASE',
      value: 'postgresql://app@db/shop',
    }),
    'an address whose password is another variable': set(api, `${container}/args`, [
      'postgresql://app:$(PASS)@db/shop',
    ]),
  },
  breaks: {
    'a password': {
      change: set(api, `${container}/env/0`, { name: 'DB_PASSWORD', value: 'hunter2' }),
      at: `${api} ${container}/env/0/value`,
    },
    'a key': {
      change: set(api, `${container}/env/0`, { name: 'SIGNING_KEY', value: 'c2lnbg' }),
      at: `${api} ${container}/env/0/value`,
    },
    'a password in the address of a service with such a name': {
      change: set(api, `${container}/env/0`, { name: 'TOKENS_URL', value: 'https://app:hunter2@tokens' }),
      at: `${api} ${container}/env/0/value`,
    },
    'an address with a password': {
      change: set(api, `${container}/env/0`, { name: 'DATABASE', value: 'postgresql://app:hunter2@db/shop' }),
      at: `${api} ${container}/env/0/value`,
    },
    'an argument with a password': {
      change: set(api, `${container}/args`, ['--dsn', 'redis://:hunter2@cache']),
      at: `${api} ${container}/args/1`,
    },
  },
};
