import type { Table } from '../table';
import { remove, set } from '../table';

const volume = '/spec/template/spec/volumes/2';

export const table: Table = {
  keeps: {
    'another source': [
      remove('Deployment shop-app/api', `${volume}/secret`),
      set('Deployment shop-app/api', `${volume}/emptyDir`, {}),
    ],
  },
  breaks: {
    'no source': {
      change: remove('Deployment shop-app/api', `${volume}/secret`),
      at: `Deployment shop-app/api ${volume}`,
    },
    'two sources': {
      change: set('Deployment shop-app/api', `${volume}/emptyDir`, {}),
      at: `Deployment shop-app/api ${volume}`,
    },
  },
};
