import { api, connection } from '../platform-fixture';
import type { Table } from '../table';
import { declare, set } from '../table';

const inside = declare({ connections: [connection(api, api, 8080)] });

export const table: Table = {
  keeps: {
    'a load balancer with clients outside': [
      set('Service shop-app/api', '/spec/type', 'LoadBalancer'),
      declare({
        connections: [connection({ type: 'addresses', id: 'clients', cidrs: ['0.0.0.0/0'], except: [] }, api, 8080)],
      }),
    ],
  },
  breaks: {
    'a load balancer without a client': {
      change: set('Service shop-data/postgres', '/spec/type', 'LoadBalancer'),
      at: 'Service shop-data/postgres /spec/type',
    },
    'a node port': {
      change: set('Service shop-data/postgres', '/spec/type', 'NodePort'),
      at: 'Service shop-data/postgres /spec/type',
    },
    'addresses of the outside': {
      change: set('Service shop-data/postgres', '/spec/externalIPs', ['192.0.2.1']),
      at: 'Service shop-data/postgres /spec/externalIPs',
    },
    'an ingress and a route to pods whose clients are all ours': {
      change: inside,
      at: [
        'HTTPRoute shop-app/api /spec/rules/0/backendRefs/0/name',
        'Ingress shop-app/api /spec/rules/0/http/paths/0/backend/service/name',
      ],
    },
  },
};
