import type { Table } from '../table';
import { add, remove, set } from '../table';

const postgres = 'StatefulSet shop-data/postgres';
const options = '/metadata/annotations/argocd.argoproj.io~1sync-options';

export const table: Table = {
  keeps: {
    'other options beside': set(postgres, options, 'ServerSideApply=true, Prune=false'),
    'a StatefulSet without claims': [
      remove('StatefulSet shop-data/postgres', '/spec/volumeClaimTemplates'),
      remove('StatefulSet shop-data/postgres', '/metadata/annotations/argocd.argoproj.io~1sync-options'),
    ],
  },
  breaks: {
    nothing: { change: remove(postgres, options), at: `${postgres} ${options}` },
    'half of the confirmation': {
      change: set('Namespace shop-app', options, 'Prune=confirm'),
      at: `Namespace shop-app ${options}`,
    },
    'a claim': {
      change: remove('PersistentVolumeClaim shop-app/reports', options),
      at: `PersistentVolumeClaim shop-app/reports ${options}`,
    },
    'a cluster of databases': {
      change: add({ kind: 'Cluster', metadata: { name: 'orders' }, spec: {} }),
      at: `Cluster shop-app/orders ${options}`,
    },
    'claims that go with the set': {
      change: set(postgres, '/spec/persistentVolumeClaimRetentionPolicy/whenDeleted', 'Delete'),
      at: `${postgres} /spec/persistentVolumeClaimRetentionPolicy/whenDeleted`,
    },
    'claims whose fate is not said': {
      change: remove(postgres, '/spec/persistentVolumeClaimRetentionPolicy'),
      at: ['whenDeleted', 'whenScaled'].map(
        (field) => `${postgres} /spec/persistentVolumeClaimRetentionPolicy/${field}`,
      ),
    },
  },
};
