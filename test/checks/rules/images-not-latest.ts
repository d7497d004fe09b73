import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: { 'a name that begins like it': set(api, `${container}/image`, 'docker.io/example/api:latest-1') },
  breaks: {
    latest: { change: set(api, `${container}/image`, 'docker.io/example/api:latest'), at: `${api} ${container}/image` },
    'latest with a digest': {
      change: set(api, `${container}/image`, `docker.io/example/api:latest@sha256:${'a'.repeat(64)}`),
      at: `${api} ${container}/image`,
    },
  },
};
