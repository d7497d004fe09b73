import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const hpa = 'HorizontalPodAutoscaler shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: {
    'an amount instead of a percentage': [
      set(hpa, '/spec/metrics/0/resource/target', { type: 'AverageValue', averageValue: '100m' }),
      remove(api, `${container}/resources/requests/cpu`),
    ],
  },
  breaks: {
    'equal bounds': { change: set(hpa, '/spec/maxReplicas', 2), at: `${hpa} /spec/maxReplicas` },
    'a percentage of a request that is not there': {
      change: remove(api, `${container}/resources/requests/cpu`),
      at: `${hpa} /spec/metrics/0/resource/name`,
    },
  },
};
