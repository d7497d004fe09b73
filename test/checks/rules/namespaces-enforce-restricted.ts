import type { Table } from '../table';
import { remove, set } from '../table';

export const table: Table = {
  breaks: {
    'a lower standard': {
      change: set('Namespace shop-app', '/metadata/labels/pod-security.kubernetes.io~1enforce', 'baseline'),
      at: 'Namespace shop-app /metadata/labels/pod-security.kubernetes.io~1enforce',
    },
    'no version': {
      change: remove('Namespace shop-app', '/metadata/labels/pod-security.kubernetes.io~1enforce-version'),
      at: 'Namespace shop-app /metadata/labels/pod-security.kubernetes.io~1enforce-version',
    },
    'a version that is none': {
      change: set('Namespace shop-app', '/metadata/labels/pod-security.kubernetes.io~1warn-version', '1.27'),
      at: 'Namespace shop-app /metadata/labels/pod-security.kubernetes.io~1warn-version',
    },
    'no warning': {
      change: remove('Namespace shop-data', '/metadata/labels/pod-security.kubernetes.io~1warn'),
      at: 'Namespace shop-data /metadata/labels/pod-security.kubernetes.io~1warn',
    },
  },
};
