import { defaultProcMount } from '../../../lib/checks/rules/default-proc-mount';
import { set, testRule } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

testRule(defaultProcMount, {
  keeps: { 'the default, said': set(api, `${container}/securityContext/procMount`, 'Default') },
  breaks: {
    unmasked: {
      change: set(api, `${container}/securityContext/procMount`, 'Unmasked'),
      at: `${api} ${container}/securityContext/procMount`,
    },
  },
});
