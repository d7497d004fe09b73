import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const postgres = 'StatefulSet shop-data/postgres';
const report = 'CronJob shop-app/report';
const pod = '/spec/template/spec';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: {
    'a file of the image': set(api, `${container}/env/0`, {
      name: 'SSL_CERT_FILE',
      value: '/etc/ssl/certs/ca-certificates.crt',
    }),
    'a directory of the mount': set(api, `${container}/args`, ['--config-dir=/etc/api/', '/run/secrets/database']),
    'a path elsewhere that is no file of ours': set(api, `${container}/env/0`, { name: 'HOME', value: '/nowhere' }),
    'a path of the image that another container keeps a copy of': [
      set(api, `${pod}/containers/-`, { name: 'copy', args: ['/tmp/original'] }),
    ],
    'a file that is made while running': set(api, `${container}/env/0`, { name: 'PID_FILE', value: '/tmp/api.pid' }),
    'a file below a directory of the volume': [
      set(api, `${pod}/volumes/1/configMap/items/0/path`, 'conf.d/settings.yaml'),
      set(api, `${container}/args`, ['--config=/etc/api/conf.d/settings.yaml', '/etc/api/conf.d']),
    ],
    'a Secret whose keys only the store knows': [
      remove(api, `${pod}/volumes/2/secret/items`),
      remove('ExternalSecret shop-app/database', '/spec/data'),
      set('ExternalSecret shop-app/database', '/spec/dataFrom', [{ extract: { key: 'shop' } }]),
    ],
  },
  breaks: {
    'another file name': {
      change: set(api, `${container}/env/3/value`, '/run/secrets/database/pass'),
      at: `${api} ${container}/env/3/value`,
    },
    'another mount': {
      change: set(api, `${container}/volumeMounts/2/mountPath`, '/run/secrets/db'),
      at: `${api} ${container}/env/3/value`,
    },
    'another path in the volume': {
      change: set(api, `${pod}/volumes/2/secret/items/0/path`, 'pass'),
      at: `${api} ${container}/env/3/value`,
    },
    'a key that is not fetched': {
      change: set('ExternalSecret shop-data/database', '/spec/data/0/secretKey', 'pass'),
      at: `${postgres} ${container}/env/0/value`,
    },
    'a path that only another container mounts': {
      change: [
        set(api, `${pod}/containers/-`, { name: 'sidecar', args: ['/etc/api/settings.yaml'] }),
        set(api, `${container}/args`, ['/etc/api/settings.yaml']),
      ],
      at: `${api} ${pod}/containers/1/args/0`,
    },
    'an argument': {
      change: set(api, `${container}/args`, ['serve', '--config=/etc/api/other.yaml']),
      at: `${api} ${container}/args/1`,
    },
    'a setting': {
      change: set(api, `${container}/args`, ['-c', 'config_file=/etc/api/other.conf']),
      at: `${api} ${container}/args/1`,
    },
    'a part of a projected volume': {
      change: set(report, '/spec/jobTemplate/spec/template/spec/containers/0/env', [
        { name: 'CA', value: '/var/run/secrets/kubernetes.io/serviceaccount/ca.pem' },
        { name: 'TOKEN', value: '/var/run/secrets/kubernetes.io/serviceaccount/token' },
      ]),
      at: `${report} /spec/jobTemplate/spec/template/spec/containers/0/env/0/value`,
    },
  },
};
