import type { Table } from '../table';
import { add, drop, remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';

export const table: Table = {
  keeps: {
    'room to spare': set('ResourceQuota shop-app/namespace', '/spec/hard/pods', '100'),
    'an init container that takes less than the others': set(api, `${pod}/initContainers`, [
      { name: 'wait', resources: { requests: { cpu: '100m' }, limits: { cpu: '200m' } } },
    ]),
  },
  breaks: {
    'no quota': { change: drop('ResourceQuota shop-app/namespace'), at: 'Namespace shop-app /metadata/name' },
    'one replica more at full scale': {
      change: set('HorizontalPodAutoscaler shop-app/api', '/spec/maxReplicas', 5),
      at: everything('shop-app'),
    },
    'one pod more during a roll-out': {
      change: set(api, '/spec/strategy/rollingUpdate/maxSurge', '50%'),
      at: everything('shop-app'),
    },
    'a resource left out': {
      change: remove('ResourceQuota shop-app/namespace', '/spec/hard/limits.memory'),
      at: 'ResourceQuota shop-app/namespace /spec/hard/limits.memory',
    },
    'an init container that takes more than the others': {
      change: set(api, `${pod}/initContainers`, [{ name: 'wait', resources: { requests: { cpu: '110m' } } }]),
      at: 'ResourceQuota shop-app/namespace /spec/hard/requests.cpu',
    },
    'a larger claim': {
      change: set(
        'StatefulSet shop-data/postgres',
        '/spec/volumeClaimTemplates/0/spec/resources/requests/storage',
        '9Gi',
      ),
      at: 'ResourceQuota shop-data/namespace /spec/hard/requests.storage',
    },
    'a claim for each replica': {
      change: set('StatefulSet shop-data/postgres', '/spec/replicas', 2),
      at: [...everything('shop-data'), ...claims('shop-data')],
    },
    'instances that an operator starts': {
      change: add({
        kind: 'Cluster',
        metadata: { name: 'orders', namespace: 'shop-data' },
        spec: { instances: 3, storage: { size: '1Gi' }, resources: { requests: { cpu: '1' } } },
      }),
      at: [
        ...claims('shop-data'),
        'ResourceQuota shop-data/namespace /spec/hard/pods',
        'ResourceQuota shop-data/namespace /spec/hard/requests.cpu',
      ],
    },
    'a load balancer': {
      change: set('Service shop-app/api', '/spec/type', 'LoadBalancer'),
      at: 'ResourceQuota shop-app/namespace /spec/hard/services.loadbalancers',
    },
  },
};

function everything(namespace: string): readonly string[] {
  const amounts = ['cpu', 'memory', 'ephemeral-storage'].flatMap((resource) => [
    `requests.${resource}`,
    `limits.${resource}`,
  ]);
  return ['pods', ...amounts].map((resource) => `ResourceQuota ${namespace}/namespace /spec/hard/${resource}`);
}

function claims(namespace: string): readonly string[] {
  return ['persistentvolumeclaims', 'requests.storage'].map(
    (resource) => `ResourceQuota ${namespace}/namespace /spec/hard/${resource}`,
  );
}
