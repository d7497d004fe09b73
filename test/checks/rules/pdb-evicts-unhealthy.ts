import type { Table } from '../table';
import { remove, set } from '../table';

const pdb = 'PodDisruptionBudget shop-app/api';

export const table: Table = {
  breaks: {
    'the default': {
      change: remove(pdb, '/spec/unhealthyPodEvictionPolicy'),
      at: `${pdb} /spec/unhealthyPodEvictionPolicy`,
    },
    'the other policy': {
      change: set(pdb, '/spec/unhealthyPodEvictionPolicy', 'IfHealthyBudget'),
      at: `${pdb} /spec/unhealthyPodEvictionPolicy`,
    },
  },
};
