import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';

export const table: Table = {
  breaks: {
    'the socket of the runtime': {
      change: set(api, `${pod}/volumes/0`, { name: 'tmp', hostPath: { path: '/run/containerd/containerd.sock' } }),
      at: `${api} ${pod}/volumes/0/hostPath`,
    },
  },
};
