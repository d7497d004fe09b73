import { api, connection, ingress, ours, postgres, report } from '../platform-fixture';
import type { Table } from '../table';
import { declareMore, drop, remove, set } from '../table';

const egress = 'NetworkPolicy shop-app/api /spec/egress';
const postgresIngress = 'NetworkPolicy shop-data/postgres /spec/ingress';
const toPostgres = '/spec/egress/1/to/0';

export const table: Table = {
  keeps: {
    'a port by the name that the destination gives it': [
      set('NetworkPolicy shop-app/api', '/spec/egress/1/ports/0/port', 'postgres'),
      set('NetworkPolicy shop-data/postgres', '/spec/ingress/0/ports/0/port', 'postgres'),
    ],
    'a range of ports': set('NetworkPolicy shop-app/api', '/spec/egress/1/ports/0', { port: 5000, endPort: 6000 }),
    'no ports, which are all': remove('NetworkPolicy shop-app/api', '/spec/egress/1/ports'),
    'no peers, who are all': remove('NetworkPolicy shop-app/api', '/spec/egress/1/to'),
    'an empty list of peers, who are all': set('NetworkPolicy shop-app/api', '/spec/egress/1/to', []),
    'a direction that no policy isolates': [
      set('NetworkPolicy shop-app/api', '/spec/policyTypes', ['Ingress']),
      set('NetworkPolicy shop-app/default-deny', '/spec/policyTypes', ['Ingress']),
    ],
    'the namespace by expression': set('NetworkPolicy shop-app/api', `${toPostgres}/namespaceSelector`, {
      matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'In', values: ['shop-data'] }],
    }),
    'the namespace by a label of its own': set('NetworkPolicy shop-app/api', `${toPostgres}/namespaceSelector`, {
      matchLabels: { 'app.kubernetes.io/part-of': 'shop' },
    }),
    'the rule in another policy for the same pods': [
      remove('NetworkPolicy shop-app/api', '/spec/egress/1'),
      set('NetworkPolicy shop-app/default-deny', '/spec/egress', [
        { to: [{ namespaceSelector: {}, podSelector: {} }], ports: [{ port: 5432 }] },
      ]),
    ],
    'a wider block': set('NetworkPolicy shop-app/report', '/spec/egress/1/to/0/ipBlock', { cidr: '10.0.0.0/8' }),
  },
  breaks: {
    'an egress rule that is gone': { change: remove('NetworkPolicy shop-app/api', '/spec/egress/1'), at: egress },
    'an ingress rule that is gone': {
      change: remove('NetworkPolicy shop-data/postgres', '/spec/ingress/1'),
      at: postgresIngress,
    },
    'one of two ports that is gone': {
      change: remove('NetworkPolicy shop-app/api', '/spec/egress/0/ports/0'),
      at: egress,
    },
    'a policy that is gone': {
      change: drop('NetworkPolicy shop-data/postgres'),
      at: ['NetworkPolicy shop-data/default-deny /spec/ingress', 'NetworkPolicy shop-data/default-deny /spec/ingress'],
    },
    'the Service’s port': {
      change: set('NetworkPolicy shop-app/api', '/spec/ingress/0/ports/0/port', 80),
      at: 'NetworkPolicy shop-app/api /spec/ingress',
    },
    'another protocol': {
      change: set('NetworkPolicy shop-app/api', '/spec/egress/1/ports/0/protocol', 'UDP'),
      at: egress,
    },
    'a name that the destination does not know': {
      change: set('NetworkPolicy shop-app/api', '/spec/egress/1/ports/0/port', 'http'),
      at: egress,
    },
    'a range that ends too early': {
      change: set('NetworkPolicy shop-app/api', '/spec/egress/1/ports/0', { port: 5000, endPort: 5431 }),
      at: egress,
    },
    'another namespace': {
      change: set(
        'NetworkPolicy shop-app/api',
        `${toPostgres}/namespaceSelector/matchLabels/kubernetes.io~1metadata.name`,
        'shop-app',
      ),
      at: egress,
    },
    'its own namespace, because none is named': {
      change: remove('NetworkPolicy shop-app/api', `${toPostgres}/namespaceSelector`),
      at: egress,
    },
    'both selectors of one peer must match': {
      change: set(
        'NetworkPolicy shop-app/api',
        `${toPostgres}/podSelector/matchLabels/app.kubernetes.io~1name`,
        'redis',
      ),
      at: egress,
    },
    'a block does not stand for pods': {
      change: set('NetworkPolicy shop-app/api', '/spec/egress/1/to', [{ ipBlock: { cidr: '0.0.0.0/0' } }]),
      at: egress,
    },
    'nothing is known about labels of foreign pods': {
      change: set('NetworkPolicy shop-app/api', '/spec/ingress/0/from/0/podSelector', {
        matchExpressions: [{ key: 'tier', operator: 'NotIn', values: ['test'] }],
      }),
      at: 'NetworkPolicy shop-app/api /spec/ingress',
    },
    'a narrower block': {
      change: set('NetworkPolicy shop-app/report', '/spec/egress/1/to/0/ipBlock/cidr', '10.0.0.0/25'),
      at: 'NetworkPolicy shop-app/report /spec/egress',
    },
    'a hole in the block': {
      change: set('NetworkPolicy shop-app/report', '/spec/egress/1/to/0/ipBlock/except/0', '10.0.0.0/28'),
      at: 'NetworkPolicy shop-app/report /spec/egress',
    },
    'policyTypes left out, with egress rules': {
      change: [
        remove('NetworkPolicy shop-app/api', '/spec/policyTypes'),
        remove('NetworkPolicy shop-app/api', '/spec/egress/1'),
      ],
      at: egress,
    },
    'a new declaration without rules': {
      change: declareMore({ connections: [connection(report, api, 8080)] }),
      at: ['NetworkPolicy shop-app/api /spec/ingress', 'NetworkPolicy shop-app/report /spec/egress'],
    },
    'pods of ours that are not rendered': {
      change: declareMore({
        connections: [
          connection(ingress, ours('shop-data', 'postgres'), 9187),
          connection(postgres, ours('shop-data', 'redis'), 6379),
        ],
      }),
      at: postgresIngress,
    },
    'one workload of two behind a peer': {
      change: [
        set(
          'CronJob shop-app/report',
          '/spec/jobTemplate/spec/template/metadata/labels/app.kubernetes.io~1name',
          'api',
        ),
        set('NetworkPolicy shop-app/api', '/spec/podSelector/matchLabels/app.kubernetes.io~1instance', 'api'),
      ],
      at: [
        'NetworkPolicy shop-app/default-deny /spec/ingress',
        ...Array.from({ length: 3 }, () => 'NetworkPolicy shop-app/default-deny /spec/egress'),
      ],
    },
  },
};
