import { policyPeersExist } from '../../../lib/checks/rules/policy-peers-exist';
import { remove, set, testRule } from '../table';

testRule(policyPeersExist, {
  keeps: {
    'a namespace that is not ours': set(
      'NetworkPolicy shop-app/api',
      '/spec/egress/1/to/0/namespaceSelector/matchLabels/kubernetes.io~1metadata.name',
      'elsewhere',
    ),
  },
  breaks: {
    'a label that no pod of the other namespace has': {
      change: set(
        'NetworkPolicy shop-app/api',
        '/spec/egress/1/to/0/podSelector/matchLabels/app.kubernetes.io~1name',
        'redis',
      ),
      at: 'NetworkPolicy shop-app/api /spec/egress/1/to/0',
    },
    'a label that no pod of its own namespace has': {
      change: remove('NetworkPolicy shop-data/postgres', '/spec/ingress/1/from/0/namespaceSelector'),
      at: 'NetworkPolicy shop-data/postgres /spec/ingress/1/from/0',
    },
  },
});
