import type { Table } from '../table';
import { add, remove, set } from '../table';

const size = { cpu: '1', memory: '1Gi', 'ephemeral-storage': '1Gi' };
const cluster = 'Cluster shop-app/orders';
const complete = add({
  kind: 'Cluster',
  metadata: { name: 'orders' },
  spec: {
    imagePullPolicy: 'Always',
    priorityClassName: 'shop-standard',
    resources: { requests: size, limits: size },
    bootstrap: { initdb: { owner: 'orders', secret: { name: 'database' } } },
    managed: { roles: [{ name: 'orders', login: true, passwordSecret: { name: 'database' } }] },
  },
});
const without = (pointer: string) => [complete, remove(cluster, pointer)];

export const table: Table = {
  keeps: {
    'a complete one': complete,
    'a role that nobody is': [complete, set(cluster, '/spec/managed/roles/0', { name: 'readers', login: false })],
  },
  breaks: {
    'no priority': { change: without('/spec/priorityClassName'), at: `${cluster} /spec/priorityClassName` },
    'no pull policy': { change: without('/spec/imagePullPolicy'), at: `${cluster} /spec/imagePullPolicy` },
    'no limit of memory': {
      change: without('/spec/resources/limits/memory'),
      at: `${cluster} /spec/resources/limits/memory`,
    },
    'a role without a password': {
      change: without('/spec/managed/roles/0/passwordSecret'),
      at: `${cluster} /spec/managed/roles/0/passwordSecret/name`,
    },
    'an owner without a password': {
      change: without('/spec/bootstrap/initdb/secret'),
      at: `${cluster} /spec/bootstrap/initdb/secret/name`,
    },
  },
};
