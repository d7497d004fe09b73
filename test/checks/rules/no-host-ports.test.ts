import { noHostPorts } from '../../../lib/checks/rules/no-host-ports';
import { set, testRule } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

testRule(noHostPorts, {
  keeps: { 'port 0, which means none': set(api, `${container}/ports/0/hostPort`, 0) },
  breaks: {
    'a port of the node': {
      change: set(api, `${container}/ports/0/hostPort`, 8080),
      at: `${api} ${container}/ports/0/hostPort`,
    },
  },
});
