import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const postgres = 'StatefulSet shop-data/postgres';
const pod = '/spec/template/spec';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: {
    'just enough time': set(api, `${pod}/terminationGracePeriodSeconds`, 15),
    'another hook': set(api, `${container}/lifecycle/preStop`, { exec: { command: ['/bin/drain'] } }),
  },
  breaks: {
    'too little time': {
      change: set(api, `${pod}/terminationGracePeriodSeconds`, 14),
      at: `${api} ${pod}/terminationGracePeriodSeconds`,
    },
    'too little time for a shell that waits': {
      change: set(api, `${container}/lifecycle/preStop/exec/command`, ['/bin/sh', '-c', 'sleep 30']),
      at: `${api} ${pod}/terminationGracePeriodSeconds`,
    },
    'no time said': {
      change: remove(postgres, `${pod}/terminationGracePeriodSeconds`),
      at: `${postgres} ${pod}/terminationGracePeriodSeconds`,
    },
    'no waiting behind a Service': {
      change: remove(api, `${container}/lifecycle`),
      at: `${api} ${container}/lifecycle/preStop`,
    },
  },
};
