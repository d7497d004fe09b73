import type { Table } from '../table';
import { drop, remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';

export const table: Table = {
  keeps: {
    'the defaults, which keep most': remove(api, '/spec/strategy/rollingUpdate'),
    'one of two may go': set(api, '/spec/strategy/rollingUpdate', { maxUnavailable: 1, maxSurge: 0 }),
    'a single pod with a claim of its own': [
      drop('HorizontalPodAutoscaler shop-app/api'),
      set(api, '/spec/strategy', { type: 'Recreate' }),
      set(api, `${pod}/volumes/0`, { name: 'tmp', persistentVolumeClaim: { claimName: 'reports' } }),
    ],
  },
  breaks: {
    'all may go': {
      change: set(api, '/spec/strategy/rollingUpdate/maxUnavailable', 2),
      at: `${api} /spec/strategy/rollingUpdate/maxUnavailable`,
    },
    'all may go, as a part': {
      change: set(api, '/spec/strategy/rollingUpdate/maxUnavailable', '100%'),
      at: `${api} /spec/strategy/rollingUpdate/maxUnavailable`,
    },
    'neither more nor fewer': {
      change: set(api, '/spec/strategy/rollingUpdate/maxSurge', 0),
      at: `${api} /spec/strategy/rollingUpdate/maxUnavailable`,
    },
    'all are stopped first': {
      change: set(api, '/spec/strategy', { type: 'Recreate' }),
      at: `${api} /spec/strategy/type`,
    },
    'nothing said': { change: remove(api, '/spec/strategy'), at: `${api} /spec/strategy/type` },
  },
};
