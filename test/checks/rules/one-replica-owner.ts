import type { Table } from '../table';
import { add, drop, remove, set } from '../table';

const api = 'Deployment shop-app/api';
const postgres = 'StatefulSet shop-data/postgres';
const hpa = 'HorizontalPodAutoscaler shop-app/api';

export const table: Table = {
  breaks: {
    'a number beside an autoscaler': { change: set(api, '/spec/replicas', 3), at: `${api} /spec/replicas` },
    neither: { change: drop(hpa), at: `${api} /spec/replicas` },
    'no number': { change: remove(postgres, '/spec/replicas'), at: `${postgres} /spec/replicas` },
    'two autoscalers': {
      change: add({ kind: 'ScaledObject', metadata: { name: 'api' }, spec: { scaleTargetRef: { name: 'api' } } }),
      at: `${api} /spec/replicas`,
    },
  },
};
