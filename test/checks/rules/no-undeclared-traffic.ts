import type { Table } from '../table';
import { add, declare, remove, set } from '../table';

const policy = 'NetworkPolicy shop-app/api';
const toPostgres = '/spec/egress/1/to/0';
const all = [{ protocol: 'TCP', port: 5432 }];

export const table: Table = {
  keeps: {
    'a port by name': set(policy, '/spec/egress/1/ports/0/port', 'postgres'),
    'a narrower peer, which is another rule’s affair': set(policy, '/spec/ingress/0/from/0/podSelector', {
      matchLabels: { 'app.kubernetes.io/name': 'ingress-nginx' },
    }),
    'a rule that is gone, which is another rule’s affair': remove(policy, '/spec/egress/1'),
  },
  breaks: {
    'no peers, who are all': { change: remove(policy, '/spec/egress/1/to'), at: `${policy} /spec/egress/1` },
    'no ports, which are all': { change: remove(policy, '/spec/egress/1/ports'), at: `${policy} ${toPostgres}` },
    'a protocol without a port': {
      change: remove(policy, '/spec/egress/1/ports/0/port'),
      at: `${policy} /spec/egress/1/ports/0`,
    },
    'another port': {
      change: set(policy, '/spec/egress/1/ports/0/port', 5433),
      at: `${policy} /spec/egress/1/ports/0`,
    },
    'a range of ports': {
      change: set(policy, '/spec/egress/1/ports/0/endPort', 5433),
      at: `${policy} /spec/egress/1/ports/0`,
    },
    'one port more': {
      change: set(policy, '/spec/egress/1/ports/-', { protocol: 'TCP', port: 9187 }),
      at: `${policy} /spec/egress/1/ports/1`,
    },
    'another protocol': {
      change: set(policy, '/spec/egress/1/ports/0/protocol', 'UDP'),
      at: `${policy} /spec/egress/1/ports/0`,
    },
    'every pod of the namespace': {
      change: remove(policy, `${toPostgres}/podSelector`),
      at: `${policy} /spec/egress/1/ports/0`,
    },
    'a label less': {
      change: remove(policy, `${toPostgres}/podSelector/matchLabels/app.kubernetes.io~1name`),
      at: `${policy} /spec/egress/1/ports/0`,
    },
    'every namespace': {
      change: set(policy, `${toPostgres}/namespaceSelector`, {}),
      at: `${policy} /spec/egress/1/ports/0`,
    },
    'the same labels in its own namespace': {
      change: remove(policy, `${toPostgres}/namespaceSelector`),
      at: `${policy} /spec/egress/1/ports/0`,
    },
    'one client more': {
      change: set('NetworkPolicy shop-data/postgres', '/spec/ingress/-', { from: [{ podSelector: {} }], ports: all }),
      at: 'NetworkPolicy shop-data/postgres /spec/ingress/2/ports/0',
    },
    'a wider block': {
      change: set('NetworkPolicy shop-app/report', '/spec/egress/1/to/0/ipBlock/cidr', '10.0.0.0/8'),
      at: 'NetworkPolicy shop-app/report /spec/egress/1/ports/0',
    },
    'a block without its hole': {
      change: remove('NetworkPolicy shop-app/report', '/spec/egress/1/to/0/ipBlock/except'),
      at: 'NetworkPolicy shop-app/report /spec/egress/1/ports/0',
    },
    'a block in the place of pods': {
      change: set(policy, toPostgres, { ipBlock: { cidr: '10.1.0.0/16' } }),
      at: `${policy} /spec/egress/1/ports/0`,
    },
    'the same rule twice': {
      change: set('NetworkPolicy shop-data/postgres', '/spec/ingress/-', {
        from: [
          {
            namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop-app' } },
            podSelector: { matchLabels: { 'app.kubernetes.io/name': 'api' } },
          },
        ],
        ports: all,
      }),
      at: 'NetworkPolicy shop-data/postgres /spec/ingress/2/ports/0',
    },
    'a policy for more pods than declared': {
      change: set(policy, '/spec/podSelector', { matchLabels: { 'app.kubernetes.io/part-of': 'shop' } }),
      at: [
        `${policy} /spec/egress/1/ports/0`,
        `${policy} /spec/ingress/0/ports/0`,
        ...twice('migration'),
        'NetworkPolicy shop-app/migration /spec/egress/1/ports/0',
        ...twice('report'),
      ],
    },
    'an allowance in the default policy': {
      change: add({
        apiVersion: 'networking.k8s.io/v1',
        kind: 'NetworkPolicy',
        metadata: { name: 'open' },
        spec: { podSelector: {}, ingress: [{}] },
      }),
      at: 'NetworkPolicy shop-app/open /spec/ingress/0',
    },
    'rules of a connection that was taken back': {
      change: (platform) => {
        const connections = platform.intents.connections.filter(({ to }) => to.name !== '6443');
        declare({ connections })(platform);
      },
      at: 'NetworkPolicy shop-app/report /spec/egress/1/ports/0',
    },
  },
};

/** The two DNS ports, which the wider policy allows already. */
function twice(name: string): readonly string[] {
  return [0, 1].map((port) => `NetworkPolicy shop-app/${name} /spec/egress/0/ports/${port}`);
}
