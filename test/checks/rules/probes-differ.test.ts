import { probesDiffer } from '../../../lib/checks/rules/probes-differ';
import { set, testRule } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

testRule(probesDiffer, {
  keeps: {
    'another port': set(api, `${container}/livenessProbe/httpGet`, { path: '/ready', port: 8081 }),
    'another timing alone is no other question': set(api, `${container}/livenessProbe/periodSeconds`, 30),
  },
  breaks: {
    'the same path': {
      change: set(api, `${container}/livenessProbe/httpGet/path`, '/ready'),
      at: `${api} ${container}/livenessProbe`,
    },
    'the same command': {
      change: set('StatefulSet shop-data/postgres', `${container}/livenessProbe`, {
        exec: { command: ['pg_isready'] },
      }),
      at: `StatefulSet shop-data/postgres ${container}/livenessProbe`,
    },
  },
});
