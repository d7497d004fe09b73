import { noExcludedKinds } from '../../../lib/checks/rules/no-excluded-kinds';
import { add, testRule } from '../table';

testRule(noExcludedKinds, {
  breaks: {
    'addresses of a Service': {
      change: add({ kind: 'EndpointSlice', metadata: { name: 'external' } }),
      at: 'EndpointSlice shop-app/external /kind',
    },
  },
});
