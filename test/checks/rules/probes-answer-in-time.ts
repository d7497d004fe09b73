import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: { 'as long as the period': set(api, `${container}/readinessProbe/timeoutSeconds`, 5) },
  breaks: {
    'longer than the period': {
      change: set(api, `${container}/readinessProbe/timeoutSeconds`, 6),
      at: `${api} ${container}/readinessProbe/timeoutSeconds`,
    },
  },
};
