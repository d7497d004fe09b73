import type { Table } from '../table';
import { remove, set } from '../table';

const pdb = 'PodDisruptionBudget shop-app/api';

export const table: Table = {
  breaks: {
    'a label that no pod has': {
      change: set(pdb, '/spec/selector/matchLabels/app.kubernetes.io~1name', 'web'),
      at: `${pdb} /spec/selector`,
    },
    'every pod of the namespace': { change: set(pdb, '/spec/selector', {}), at: `${pdb} /spec/selector` },
    'no selector': { change: remove(pdb, '/spec/selector'), at: `${pdb} /spec/selector` },
    'the pods of a job': {
      change: set(pdb, '/spec/selector/matchLabels/app.kubernetes.io~1name', 'report'),
      at: `${pdb} /spec/selector`,
    },
  },
};
