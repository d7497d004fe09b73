import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: { 'the lowest that is allowed': set(api, `${container}/securityContext/runAsUser`, 10001) },
  breaks: {
    'a user of the image': {
      change: set(api, `${container}/securityContext/runAsUser`, 999),
      at: `${api} ${container}/securityContext/runAsUser`,
    },
    'one too low': {
      change: set(api, `${pod}/securityContext/runAsUser`, 10000),
      at: `${api} ${pod}/securityContext/runAsUser`,
    },
    'the root group': {
      change: set(api, `${container}/securityContext/runAsGroup`, 0),
      at: `${api} ${container}/securityContext/runAsGroup`,
    },
    'no group, which means the root group': {
      change: remove(api, `${pod}/securityContext/runAsGroup`),
      at: `${api} ${pod}/securityContext/runAsGroup`,
    },
  },
};
