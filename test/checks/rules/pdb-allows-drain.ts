import type { Table } from '../table';
import { remove, set } from '../table';

const hpa = 'HorizontalPodAutoscaler shop-app/api';
const pdb = 'PodDisruptionBudget shop-app/api';

export const table: Table = {
  keeps: {
    'one less than the fewest replicas': set(pdb, '/spec', { selector: selector(), minAvailable: 1 }),
    'half of them': set(pdb, '/spec', { selector: selector(), minAvailable: '50%' }),
    'a part, which is rounded up': set(pdb, '/spec/maxUnavailable', '1%'),
  },
  breaks: {
    'none may go': { change: set(pdb, '/spec/maxUnavailable', 0), at: `${pdb} /spec/maxUnavailable` },
    'no part may go': { change: set(pdb, '/spec/maxUnavailable', '0%'), at: `${pdb} /spec/maxUnavailable` },
    'all must stay': {
      change: set(pdb, '/spec', { selector: selector(), minAvailable: 2 }),
      at: `${pdb} /spec/minAvailable`,
    },
    'a part that is all of them, rounded up': {
      change: set(pdb, '/spec', { selector: selector(), minAvailable: '51%' }),
      at: `${pdb} /spec/minAvailable`,
    },
    'fewer replicas than when it was written': {
      change: [set(pdb, '/spec', { selector: selector(), minAvailable: 1 }), set(hpa, '/spec/minReplicas', 1)],
      at: `${pdb} /spec/minAvailable`,
    },
    neither: { change: remove(pdb, '/spec/maxUnavailable'), at: `${pdb} /spec` },
    both: { change: set(pdb, '/spec/minAvailable', 1), at: `${pdb} /spec` },
  },
};

function selector(): object {
  return { matchLabels: { 'app.kubernetes.io/name': 'api' } };
}
