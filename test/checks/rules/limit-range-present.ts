import type { Table } from '../table';
import { drop, remove, set } from '../table';

export const table: Table = {
  breaks: {
    none: {
      change: drop('LimitRange shop-data/namespace'),
      at: Array.from({ length: 6 }, () => 'Namespace shop-data /metadata/name'),
    },
    'one default left out': {
      change: remove('LimitRange shop-app/namespace', '/spec/limits/0/defaultRequest/ephemeral-storage'),
      at: 'Namespace shop-app /metadata/name',
    },
    'one for pods instead of containers': {
      change: set('LimitRange shop-app/namespace', '/spec/limits/0/type', 'Pod'),
      at: Array.from({ length: 6 }, () => 'Namespace shop-app /metadata/name'),
    },
  },
};
