import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: { 'all that the pod may use': set(api, `${pod}/volumes/0/emptyDir/sizeLimit`, '128Mi') },
  breaks: {
    'no size': {
      change: remove(api, `${pod}/volumes/0/emptyDir/sizeLimit`),
      at: `${api} ${pod}/volumes/0/emptyDir/sizeLimit`,
    },
    'more disk than the pod may use': {
      change: set(api, `${pod}/volumes/0/emptyDir/sizeLimit`, '129Mi'),
      at: `${api} ${pod}/volumes/0/emptyDir/sizeLimit`,
    },
    'more memory than the pod may use': {
      change: [
        set(api, `${pod}/volumes/0/emptyDir`, { medium: 'Memory', sizeLimit: '200Mi' }),
        set(api, `${container}/resources/limits/ephemeral-storage`, '1Gi'),
      ],
      at: `${api} ${pod}/volumes/0/emptyDir/sizeLimit`,
    },
  },
};
