import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';

export const table: Table = {
  keeps: { 'a volume that lives as long as the pod': set(api, `${pod}/volumes/0`, { name: 'tmp', ephemeral: {} }) },
  breaks: {
    'a file server': {
      change: set(api, `${pod}/volumes/0`, { name: 'tmp', nfs: { server: 'files', path: '/' } }),
      at: `${api} ${pod}/volumes/0/nfs`,
    },
  },
};
