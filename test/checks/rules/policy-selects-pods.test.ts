import { policySelectsPods } from '../../../lib/checks/rules/policy-selects-pods';
import { drop, set, testRule } from '../table';

testRule(policySelectsPods, {
  breaks: {
    'a label that no pod has': {
      change: set('NetworkPolicy shop-app/api', '/spec/podSelector/matchLabels/app.kubernetes.io~1name', 'web'),
      at: 'NetworkPolicy shop-app/api /spec/podSelector',
    },
    'a namespace without pods': {
      change: drop('StatefulSet shop-data/postgres'),
      at: [
        'NetworkPolicy shop-data/default-deny /spec/podSelector',
        'NetworkPolicy shop-data/postgres /spec/podSelector',
      ],
    },
  },
});
