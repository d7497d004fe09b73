import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: { 'said for the pod': remove(api, `${container}/securityContext/seccompProfile`) },
  breaks: {
    'said nowhere': {
      change: [
        remove(api, `${container}/securityContext/seccompProfile`),
        remove(api, `${pod}/securityContext/seccompProfile`),
      ],
      at: `${api} ${container}/securityContext/seccompProfile/type`,
    },
    'the container takes it back': {
      change: set(api, `${container}/securityContext/seccompProfile/type`, 'Unconfined'),
      at: `${api} ${container}/securityContext/seccompProfile/type`,
    },
    'the pod takes it back': {
      change: [
        remove(api, `${container}/securityContext/seccompProfile`),
        set(api, `${pod}/securityContext/seccompProfile/type`, 'Localhost'),
      ],
      at: `${api} ${container}/securityContext/seccompProfile/type`,
    },
  },
};
