import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  breaks: {
    'root allowed': {
      change: set(api, `${container}/securityContext/runAsNonRoot`, false),
      at: `${api} ${container}/securityContext/runAsNonRoot`,
    },
    'said for the pod alone': {
      change: remove(api, `${container}/securityContext/runAsNonRoot`),
      at: `${api} ${container}/securityContext/runAsNonRoot`,
    },
    'user 0 of the container': {
      change: set(api, `${container}/securityContext/runAsUser`, 0),
      at: `${api} ${container}/securityContext/runAsUser`,
    },
    'user 0 of the pod': {
      change: [remove(api, `${container}/securityContext/runAsUser`), set(api, `${pod}/securityContext/runAsUser`, 0)],
      at: `${api} ${container}/securityContext/runAsUser`,
    },
  },
};
