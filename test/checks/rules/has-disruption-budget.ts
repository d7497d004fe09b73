import type { Table } from '../table';
import { add, drop, set } from '../table';

const api = 'Deployment shop-app/api';
const postgres = 'StatefulSet shop-data/postgres';
const hpa = 'HorizontalPodAutoscaler shop-app/api';
const pdb = 'PodDisruptionBudget shop-app/api';

export const table: Table = {
  keeps: {
    'a single replica without one, as the autoscaler allows it': [set(hpa, '/spec/minReplicas', 1), drop(pdb)],
  },
  breaks: {
    'several replicas without one': { change: drop(pdb), at: `${api} /metadata/name` },
    'several replicas of a database': { change: set(postgres, '/spec/replicas', 3), at: `${postgres} /metadata/name` },
    'two for the same pods': {
      change: add({
        kind: 'PodDisruptionBudget',
        metadata: { name: 'again' },
        spec: { selector: { matchLabels: { 'app.kubernetes.io/component': 'app', 'app.kubernetes.io/name': 'api' } } },
      }),
      at: `${api} /metadata/name`,
    },
  },
};
