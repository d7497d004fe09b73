import { dropsAllCapabilities } from '../../../lib/checks/rules/drops-all-capabilities';
import { remove, set, testRule } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

testRule(dropsAllCapabilities, {
  breaks: {
    'some dropped': {
      change: set(api, `${container}/securityContext/capabilities/drop`, ['NET_RAW']),
      at: `${api} ${container}/securityContext/capabilities/drop`,
    },
    'none dropped': {
      change: remove(api, `${container}/securityContext/capabilities`),
      at: `${api} ${container}/securityContext/capabilities/drop`,
    },
  },
});
