import type { Table } from '../table';
import { drop, remove, set } from '../table';

export const table: Table = {
  keeps: {
    'an optional volume': [
      set('Deployment shop-app/api', '/spec/template/spec/volumes/1/configMap', { name: 'gone', optional: true }),
    ],
    'binary data': [
      remove('ConfigMap shop-app/api-config', '/data/settings.yaml'),
      set('ConfigMap shop-app/api-config', '/binaryData', { 'settings.yaml': 'bG9n' }),
    ],
  },
  breaks: {
    'a ConfigMap that is gone': {
      change: drop('ConfigMap shop-app/api-config'),
      at: [
        'Deployment shop-app/api /spec/template/spec/containers/0/env/4/valueFrom/configMapKeyRef/name',
        'Deployment shop-app/api /spec/template/spec/volumes/1/configMap/name',
      ],
    },
    'a key that a volume takes': {
      change: remove('ConfigMap shop-app/api-config', '/data/settings.yaml'),
      at: 'Deployment shop-app/api /spec/template/spec/volumes/1/configMap/items/0/key',
    },
    'a key that a variable takes': {
      change: remove('ConfigMap shop-app/api-config', '/data/GREETING'),
      at: 'Deployment shop-app/api /spec/template/spec/containers/0/env/4/valueFrom/configMapKeyRef/key',
    },
    'a file that is mounted alone': {
      change: [
        remove('Deployment shop-app/api', '/spec/template/spec/volumes/1/configMap/items'),
        set('Deployment shop-app/api', '/spec/template/spec/containers/0/volumeMounts/1/subPath', 'other.yaml'),
      ],
      at: 'Deployment shop-app/api /spec/template/spec/containers/0/volumeMounts/1/subPath',
    },
    'all variables of a ConfigMap that is not there': {
      change: set('Deployment shop-app/api', '/spec/template/spec/containers/0/envFrom', [
        { configMapRef: { name: 'flags' } },
      ]),
      at: 'Deployment shop-app/api /spec/template/spec/containers/0/envFrom/0/configMapRef/name',
    },
    'a part of a projected volume': {
      change: set(
        'CronJob shop-app/report',
        '/spec/jobTemplate/spec/template/spec/volumes/0/projected/sources/1/configMap/name',
        'ca',
      ),
      at: 'CronJob shop-app/report /spec/jobTemplate/spec/template/spec/volumes/0/projected/sources/1/configMap/name',
    },
    'the right name in another namespace': {
      change: set('ConfigMap shop-app/api-config', '/metadata/namespace', 'shop-data'),
      at: [
        'Deployment shop-app/api /spec/template/spec/containers/0/env/4/valueFrom/configMapKeyRef/name',
        'Deployment shop-app/api /spec/template/spec/volumes/1/configMap/name',
      ],
    },
  },
};
