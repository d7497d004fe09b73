import type { Table } from '../table';
import { remove, set } from '../table';

const api = 'Deployment shop-app/api';
const wave = '/metadata/annotations/argocd.argoproj.io~1sync-wave';

export const table: Table = {
  breaks: {
    'a word': { change: set(api, wave, 'last'), at: `${api} ${wave}` },
    'a fraction': { change: set(api, wave, '1.5'), at: `${api} ${wave}` },
    nothing: { change: remove(api, wave), at: `${api} ${wave}` },
  },
};
