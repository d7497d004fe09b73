import type { Table } from '../table';
import { declare, remove } from '../table';

export const table: Table = {
  keeps: {
    'no declared connection at all': declare({ connections: [] }),
  },
  breaks: {
    'no rule for TCP': {
      change: remove('NetworkPolicy shop-app/api', '/spec/egress/0/ports/1'),
      at: 'Deployment shop-app/api /metadata/name',
    },
    'no rule at all': {
      change: remove('NetworkPolicy shop-app/migration', '/spec/egress/0'),
      at: ['Job shop-app/migration /metadata/name', 'Job shop-app/migration /metadata/name'],
    },
    'no declaration': {
      change: (platform) => {
        const connections = platform.intents.connections.filter(
          ({ from, to }) => to.name !== 'dns' || from.id !== 'shop-app/report',
        );
        declare({ connections })(platform);
      },
      at: ['CronJob shop-app/report /metadata/name', 'CronJob shop-app/report /metadata/name'],
    },
  },
};
