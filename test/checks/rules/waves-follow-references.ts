import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const postgres = 'StatefulSet shop-data/postgres';
const migration = 'Job shop-app/migration';
const report = 'CronJob shop-app/report';
const hpa = 'HorizontalPodAutoscaler shop-app/api';
const config = 'ConfigMap shop-app/api-config';
const wave = '/metadata/annotations/argocd.argoproj.io~1sync-wave';

export const table: Table = {
  keeps: {
    'the same wave': set(config, wave, '1'),
    'what a hook after the sync needs': [
      set(migration, '/metadata/annotations/argocd.argoproj.io~1hook', 'PostSync'),
      set('ServiceAccount shop-app/migration', wave, '50'),
    ],
  },
  breaks: {
    'a ConfigMap of a later wave': { change: set(config, wave, '2'), at: [`${api} ${wave}`, `${api} ${wave}`] },
    'an account of a later wave': {
      change: set('ServiceAccount shop-data/postgres', wave, '1'),
      at: `${postgres} ${wave}`,
    },
    'what makes a Secret, of a later wave': {
      change: set('ExternalSecret shop-data/database', wave, '1'),
      at: `${postgres} ${wave}`,
    },
    'a claim of a later wave': {
      change: set('PersistentVolumeClaim shop-app/reports', wave, '1'),
      at: `${report} ${wave}`,
    },
    'a Service of a later wave than its StatefulSet': {
      change: set('Service shop-data/postgres', wave, '1'),
      at: `${postgres} ${wave}`,
    },
    'an autoscaler before what it scales': { change: set(hpa, wave, '0'), at: `${hpa} ${wave}` },
    'an object before its namespace': {
      change: set(config, wave, '-31'),
      at: `${config} ${wave}`,
    },
    'a role of a later wave than its binding': {
      change: set('Role shop-app/report', wave, '0'),
      at: `RoleBinding shop-app/report ${wave}`,
    },
    'a hook before the sync that needs what the sync makes': {
      change: set(migration, '/metadata/annotations/argocd.argoproj.io~1hook', 'PreSync'),
      at: Array.from({ length: 4 }, () => `${migration} ${wave}`),
    },
    'a wave that is none, which means 0': { change: set('Namespace shop-data', wave, 'first'), at: later() },
  },
};

/** What is synced before wave 0 in the namespace. */
function later(): readonly string[] {
  return [
    'ExternalSecret shop-data/database',
    'LimitRange shop-data/namespace',
    'NetworkPolicy shop-data/default-deny',
    'NetworkPolicy shop-data/postgres',
    'ResourceQuota shop-data/namespace',
    'ServiceAccount shop-data/postgres',
  ].map((name) => `${name} /metadata/annotations/argocd.argoproj.io~1sync-wave`);
}
