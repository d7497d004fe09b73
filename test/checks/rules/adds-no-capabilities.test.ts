import { addsNoCapabilities } from '../../../lib/checks/rules/adds-no-capabilities';
import { set, testRule } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

testRule(addsNoCapabilities, {
  keeps: { 'an empty list': set(api, `${container}/securityContext/capabilities/add`, []) },
  breaks: {
    'the one that lets listen below 1024': {
      change: set(api, `${container}/securityContext/capabilities/add`, ['NET_BIND_SERVICE']),
      at: `${api} ${container}/securityContext/capabilities/add`,
    },
  },
});
