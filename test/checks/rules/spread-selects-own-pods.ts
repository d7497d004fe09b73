import type { Table } from '../table';
import { add, remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';

export const table: Table = {
  breaks: {
    'a spread over pods of others too': {
      change: set(api, `${pod}/topologySpreadConstraints/0/labelSelector/matchLabels`, {
        'app.kubernetes.io/part-of': 'shop',
      }),
      at: `${api} ${pod}/topologySpreadConstraints/0/labelSelector`,
    },
    'a spread of a database cluster over its jobs too': {
      change: add({
        kind: 'Cluster',
        metadata: { name: 'orders' },
        spec: {
          topologySpreadConstraints: [
            { labelSelector: { matchLabels: { 'cnpg.io/cluster': 'orders', 'cnpg.io/podRole': 'instance' } } },
            { labelSelector: { matchLabels: { 'cnpg.io/cluster': 'orders' } } },
          ],
        },
      }),
      at: 'Cluster shop-app/orders /spec/topologySpreadConstraints/1/labelSelector',
    },
    'a spread over other pods': {
      change: set(api, `${pod}/topologySpreadConstraints/0/labelSelector/matchLabels/app.kubernetes.io~1name`, 'web'),
      at: `${api} ${pod}/topologySpreadConstraints/0/labelSelector`,
    },
    'a spread over nothing': {
      change: remove(api, `${pod}/topologySpreadConstraints/0/labelSelector`),
      at: `${api} ${pod}/topologySpreadConstraints/0/labelSelector`,
    },
    'a wish to avoid other pods': {
      change: set(
        api,
        `${pod}/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/0/podAffinityTerm/labelSelector`,
        { matchLabels: { app: 'api' } },
      ),
      at: `${api} ${pod}/affinity/podAntiAffinity/preferredDuringSchedulingIgnoredDuringExecution/0/podAffinityTerm/labelSelector`,
    },
    'a demand to avoid other pods': {
      change: set(api, `${pod}/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution`, [
        { topologyKey: 'kubernetes.io/hostname', labelSelector: { matchLabels: { app: 'api' } } },
      ]),
      at: `${api} ${pod}/affinity/podAntiAffinity/requiredDuringSchedulingIgnoredDuringExecution/0/labelSelector`,
    },
  },
};
