import { noHostPaths } from '../../../lib/checks/rules/no-host-paths';
import { set, testRule } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';

testRule(noHostPaths, {
  breaks: {
    'the socket of the runtime': {
      change: set(api, `${pod}/volumes/0`, { name: 'tmp', hostPath: { path: '/run/containerd/containerd.sock' } }),
      at: `${api} ${pod}/volumes/0/hostPath`,
    },
  },
});
