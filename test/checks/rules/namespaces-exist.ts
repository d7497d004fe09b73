import type { Table } from '../table';
import { add, declareMore, drop, remove, set } from '../table';

const config = 'ConfigMap shop-app/api-config';

export const table: Table = {
  keeps: {
    'a namespace that the environment demands': [
      add({ kind: 'ConfigMap', metadata: { name: 'dashboard', namespace: 'monitoring' } }),
      declareMore({ prerequisites: [{ kind: 'Namespace', name: 'monitoring', neededFor: 'dashboards' }] }),
    ],
  },
  breaks: {
    'a namespace that is not there': {
      change: set(config, '/metadata/namespace', 'shop'),
      at: 'ConfigMap shop/api-config /metadata/namespace',
    },
    none: { change: remove(config, '/metadata/namespace'), at: 'ConfigMap api-config /metadata/namespace' },
    'everybody’s': {
      change: [
        set(config, '/metadata/namespace', 'default'),
        declareMore({ prerequisites: [{ kind: 'Namespace', name: 'default', neededFor: 'nothing' }] }),
      ],
      at: 'ConfigMap default/api-config /metadata/namespace',
    },
    'the cluster’s own': {
      change: set(config, '/metadata/namespace', 'kube-system'),
      at: 'ConfigMap kube-system/api-config /metadata/namespace',
    },
    'one for an object of the cluster': {
      change: set('PriorityClass shop-standard', '/metadata/namespace', 'shop-app'),
      at: 'PriorityClass shop-app/shop-standard /metadata/namespace',
    },
    'a namespace without objects is fine, objects without theirs are not': {
      change: drop('Namespace shop-data'),
      at: [
        'ExternalSecret',
        'LimitRange',
        'NetworkPolicy',
        'NetworkPolicy',
        'ResourceQuota',
        'Service',
        'ServiceAccount',
        'StatefulSet',
      ].map(
        (kind, index) =>
          `${kind} shop-data/${['database', 'namespace', 'default-deny', 'postgres', 'namespace', 'postgres', 'postgres', 'postgres'][index] ?? ''} /metadata/namespace`,
      ),
    },
  },
};
