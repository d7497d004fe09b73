import type { Table } from '../table';
import { set } from '../table';

export const table: Table = {
  keeps: Object.fromEntries(
    [
      'password_encryption = scram-sha-256',
      'password_file: /run/secrets/redis/password',
      'password: ${DB_PASSWORD}',
      'server_tokens off;',
      '{ "type": "password", "passwordPolicy": "length(12)" }',
      'url: postgresql://app@db/shop',
      'url: postgresql://app:${PASSWORD}@db/shop',
    ].map((text) => [text, set('ConfigMap shop-app/api-config', '/data/settings.yaml', text)]),
  ),
  breaks: Object.fromEntries(
    [
      'log: json\npassword: hunter2',
      'db.password=hunter2',
      '{\n  "client_secret": "s3cr3t"\n}',
      'requirepass hunter2',
      'url: postgresql://app:hunter2@db/shop',
      '-----BEGIN RSA PRIVATE KEY-----\nMIIE',
    ].map((text) => [
      text,
      {
        change: set('ConfigMap shop-app/api-config', '/data/settings.yaml', text),
        at: 'ConfigMap shop-app/api-config /data/settings.yaml',
      },
    ]),
  ),
};
