import type { Table } from '../table';
import { set } from '../table';

const role = 'Role shop-app/report';

export const table: Table = {
  keeps: { 'to read roles': set(role, '/rules/0', { resources: ['roles'], verbs: ['get', 'list'] }) },
  breaks: {
    'to become somebody else': {
      change: set(role, '/rules/0/verbs', ['get', 'impersonate']),
      at: `${role} /rules/0/verbs/1`,
    },
    'to bind roles': {
      change: set(role, '/rules/0', { resources: ['rolebindings'], verbs: ['create'] }),
      at: `${role} /rules/0`,
    },
    'to make tokens': {
      change: set(role, '/rules/0', { resources: ['serviceaccounts/token'], verbs: ['create'] }),
      at: `${role} /rules/0`,
    },
    'to reach every node’s kubelet': {
      change: set(role, '/rules/0', { resources: ['nodes/proxy'], verbs: ['get'] }),
      at: `${role} /rules/0`,
    },
    'to change what admission sees': {
      change: set(role, '/rules/0', { resources: ['mutatingwebhookconfigurations'], verbs: ['patch'] }),
      at: `${role} /rules/0`,
    },
    'to approve certificates': {
      change: set(role, '/rules/0', { resources: ['certificatesigningrequests/approval'], verbs: ['update'] }),
      at: `${role} /rules/0`,
    },
  },
};
