import { pdbEvictsUnhealthy } from '../../../lib/checks/rules/pdb-evicts-unhealthy';
import { remove, set, testRule } from '../table';

const pdb = 'PodDisruptionBudget shop-app/api';

testRule(pdbEvictsUnhealthy, {
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
});
