import type { Table } from '../table';
import { add, set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: {
    'a registry by its port': set(api, `${container}/image`, `registry:5000/api:1.0@sha256:${'0'.repeat(64)}`),
  },
  breaks: {
    'a tag alone': {
      change: set(api, `${container}/image`, 'docker.io/example/api:1.4.2'),
      at: `${api} ${container}/image`,
    },
    'a digest alone': {
      change: set(api, `${container}/image`, `docker.io/example/api@sha256:${'a'.repeat(64)}`),
      at: `${api} ${container}/image`,
    },
    'a digest that is too short': {
      change: set(api, `${container}/image`, `docker.io/example/api:1.4.2@sha256:${'a'.repeat(63)}`),
      at: `${api} ${container}/image`,
    },
    'no registry': {
      change: set(api, `${container}/image`, `library/postgres:15@sha256:${'a'.repeat(64)}`),
      at: `${api} ${container}/image`,
    },
    'no image': { change: set(api, `${container}/image`, ''), at: `${api} ${container}/image` },
    'the image of an operator’s pods': {
      change: add({
        kind: 'Cluster',
        metadata: { name: 'orders' },
        spec: { imageName: 'ghcr.io/example/postgresql:15' },
      }),
      at: 'Cluster shop-app/orders /spec/imageName',
    },
  },
};
