import { pullPolicyAlways } from '../../../lib/checks/rules/pull-policy-always';
import { remove, set, testRule } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

testRule(pullPolicyAlways, {
  breaks: {
    'another policy': {
      change: set(api, `${container}/imagePullPolicy`, 'IfNotPresent'),
      at: `${api} ${container}/imagePullPolicy`,
    },
    none: { change: remove(api, `${container}/imagePullPolicy`), at: `${api} ${container}/imagePullPolicy` },
  },
});
