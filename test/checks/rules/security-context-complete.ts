import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  breaks: {
    'a field of the container left out': {
      change: remove(api, `${container}/securityContext/privileged`),
      at: `${api} ${container}/securityContext/privileged`,
    },
    'a field of the pod left out': {
      change: remove(api, `${pod}/securityContext/fsGroup`),
      at: `${api} ${pod}/securityContext/fsGroup`,
    },
    'an empty context of the container': {
      change: set(api, `${container}/securityContext`, { privileged: false, capabilities: {} }),
      at: [
        'allowPrivilegeEscalation',
        'readOnlyRootFilesystem',
        'runAsGroup',
        'runAsNonRoot',
        'runAsUser',
        'seccompProfile',
      ].map((field) => `${api} ${container}/securityContext/${field}`),
    },
  },
};
