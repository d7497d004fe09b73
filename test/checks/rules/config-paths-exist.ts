import type { Table } from '../table';
import { remove, set } from '../table';

const config = 'ConfigMap shop-app/api-config';
const settings = '/data/settings.yaml';
const api = 'Deployment shop-app/api';

/** Texts that name no file that is missing. */
const sound = [
  'password_file: /run/secrets/database/password',
  'include /etc/api/*.yaml;',
  'cert: /run/secrets/database/$NAME.crt',
  'if [ -e /etc/api/more.txt ]; then cat /etc/api/more.txt; fi',
  'the folder /run/secrets/database/.',
  'other: /srv/run/secrets/database/other',
  'image: /etc/ssl/certs/ca-certificates.crt',
];

export const table: Table = {
  keeps: Object.fromEntries(sound.map((text) => [text, set(config, settings, text)])),
  breaks: {
    'a file that is not mounted': {
      change: set(config, settings, 'cert: "/run/secrets/database/tls.crt"\npassword: /run/secrets/database/password'),
      at: `${config} ${settings}`,
    },
    'a file that is mounted under another name now': {
      change: [
        set(config, settings, 'password_file = /run/secrets/database/password'),
        set(api, '/spec/template/spec/volumes/2/secret/items/0/path', 'pass'),
      ],
      at: `${config} ${settings}`,
    },
    'a key that is not fetched any more': {
      change: [
        set(config, settings, 'password_file = /run/secrets/database/password'),
        remove(api, '/spec/template/spec/volumes/2/secret/items'),
        set('ExternalSecret shop-app/database', '/spec/data/0/secretKey', 'pass'),
      ],
      at: `${config} ${settings}`,
    },
  },
};
