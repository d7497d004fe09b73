import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';

export const table: Table = {
  breaks: {
    'a status': { change: set(api, '/status', {}), at: `${api} /status` },
    'a time of creation': {
      change: set(api, '/metadata/creationTimestamp', null),
      at: [`${api} /metadata/creationTimestamp`, `${api} /metadata/creationTimestamp`],
    },
    'a null deep inside': {
      change: set(api, '/spec/template/metadata/creationTimestamp', null),
      at: `${api} /spec/template/metadata/creationTimestamp`,
    },
    'a null in a list': {
      change: set(api, '/spec/template/spec/containers/0/env/0/value', null),
      at: `${api} /spec/template/spec/containers/0/env/0/value`,
    },
    'an empty namespace': {
      change: set('PriorityClass shop-standard', '/metadata/namespace', ''),
      at: 'PriorityClass /shop-standard /metadata/namespace',
    },
    'what Argo CD writes': {
      change: set(api, '/metadata/annotations/argocd.argoproj.io~1tracking-id', 'app:apps/Deployment'),
      at: `${api} /metadata/annotations/argocd.argoproj.io~1tracking-id`,
    },
  },
};
