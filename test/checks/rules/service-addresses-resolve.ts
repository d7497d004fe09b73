import type { Table } from '../table';
import { add, drop, set } from '../table';

const api = 'Deployment shop-app/api';
const config = 'ConfigMap shop-app/api-config';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: {
    'a port of the Service': set(api, `${container}/args`, ['http://api.shop-app.svc:80/']),
    'a pod of a StatefulSet, on its own port': set(api, `${container}/args`, [
      'postgres-0.postgres.shop-data.svc:5432',
    ]),
    'a namespace of others': set(api, `${container}/args`, ['otel.monitoring.svc:4317']),
    'a Service that an operator makes': [
      add({ kind: 'Cluster', metadata: { name: 'orders', namespace: 'shop-data' }, spec: {} }),
      set(api, `${container}/args`, ['orders-rw.shop-data.svc:5432']),
    ],
  },
  breaks: {
    'a Service that is gone': { change: drop('Service shop-data/postgres'), at: `${api} ${container}/env/0/value` },
    'a Service that moved': {
      change: set(api, `${container}/env/0/value`, 'postgres.shop-app.svc.cluster.local'),
      at: `${api} ${container}/env/0/value`,
    },
    'the port of the pods instead of the Service’s': {
      change: set(api, `${container}/args`, ['http://api.shop-app.svc.cluster.local:8080/']),
      at: `${api} ${container}/args/0`,
    },
    'a configuration file': {
      change: set(config, '/data/settings.yaml', 'upstream: api.shop-app.svc:80\nbackup: old.shop-app.svc:80'),
      at: `${config} /data/settings.yaml`,
    },
  },
};
