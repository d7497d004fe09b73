import type { Table } from '../table';
import { set } from '../table';

const config = 'ConfigMap shop-app/api-config';
const options = '/metadata/annotations/argocd.argoproj.io~1sync-options';

export const table: Table = {
  keeps: {
    'nearly too large': set(config, '/data/settings.yaml', 'x'.repeat(260_000)),
    'large, and applied by the server': [
      set(config, '/data/settings.yaml', 'x'.repeat(1_000_000)),
      set(config, options, 'ServerSideApply=true'),
    ],
  },
  breaks: {
    'too large for the annotation': {
      change: set(config, '/data/settings.yaml', 'x'.repeat(262_144)),
      at: `${config} `,
    },
    'fewer letters, each of three bytes': {
      change: set(config, '/data/settings.yaml', '€'.repeat(90_000)),
      at: `${config} `,
    },
    'too large to be stored': {
      change: [set(config, '/data/settings.yaml', 'x'.repeat(1_048_576)), set(config, options, 'ServerSideApply=true')],
      at: `${config} `,
    },
  },
};
