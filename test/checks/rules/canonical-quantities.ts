import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const postgres = 'StatefulSet shop-data/postgres';

export const table: Table = {
  keeps: { 'a number': set(api, '/spec/template/spec/containers/0/resources/limits/cpu', 1) },
  breaks: {
    'a limit': {
      change: set(api, '/spec/template/spec/containers/0/resources/limits/cpu', '1000m'),
      at: `${api} /spec/template/spec/containers/0/resources/limits/cpu`,
    },
    'a request': {
      change: set(api, '/spec/template/spec/containers/0/resources/requests/memory', '0.5Gi'),
      at: `${api} /spec/template/spec/containers/0/resources/requests/memory`,
    },
    'the size of a directory': {
      change: set(api, '/spec/template/spec/volumes/0/emptyDir/sizeLimit', '1024Mi'),
      at: `${api} /spec/template/spec/volumes/0/emptyDir/sizeLimit`,
    },
    'a quota': {
      change: set('ResourceQuota shop-app/namespace', '/spec/hard/limits.cpu', '2000m'),
      at: 'ResourceQuota shop-app/namespace /spec/hard/limits.cpu',
    },
    'a range': {
      change: set('LimitRange shop-app/namespace', '/spec/limits/0/max/memory', '1024Mi'),
      at: 'LimitRange shop-app/namespace /spec/limits/0/max/memory',
    },
    'a claim': {
      change: set('PersistentVolumeClaim shop-app/reports', '/spec/resources/requests/storage', '1024Mi'),
      at: 'PersistentVolumeClaim shop-app/reports /spec/resources/requests/storage',
    },
    'a claim of a StatefulSet': {
      change: set(postgres, '/spec/volumeClaimTemplates/0/spec/resources/requests/storage', '8192Mi'),
      at: `${postgres} /spec/volumeClaimTemplates/0/spec/resources/requests/storage`,
    },
    'what is no quantity': {
      change: set(api, '/spec/template/spec/containers/0/resources/limits/cpu', 'two'),
      at: `${api} /spec/template/spec/containers/0/resources/limits/cpu`,
    },
  },
};
