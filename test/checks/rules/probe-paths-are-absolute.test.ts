import { probePathsAreAbsolute } from '../../../lib/checks/rules/probe-paths-are-absolute';
import { remove, set, testRule } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

testRule(probePathsAreAbsolute, {
  breaks: {
    'no slash': {
      change: set(api, `${container}/readinessProbe/httpGet/path`, 'ready'),
      at: `${api} ${container}/readinessProbe/httpGet/path`,
    },
    'no path': {
      change: remove(api, `${container}/livenessProbe/httpGet/path`),
      at: `${api} ${container}/livenessProbe/httpGet/path`,
    },
  },
});
