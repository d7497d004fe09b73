import type { Table } from '../table';
import { add, drop, set } from '../table';

export const table: Table = {
  breaks: {
    'a target that is gone': {
      change: drop('Deployment shop-app/api'),
      at: [
        'HorizontalPodAutoscaler shop-app/api /spec/scaleTargetRef/name',
        'VerticalPodAutoscaler shop-app/api /spec/targetRef/name',
      ],
    },
    'a target of another kind': {
      change: set('HorizontalPodAutoscaler shop-app/api', '/spec/scaleTargetRef/kind', 'StatefulSet'),
      at: 'HorizontalPodAutoscaler shop-app/api /spec/scaleTargetRef/name',
    },
    'a target of a KEDA object, which means a Deployment unless it says otherwise': {
      change: add({ kind: 'ScaledObject', metadata: { name: 'web' }, spec: { scaleTargetRef: { name: 'web' } } }),
      at: 'ScaledObject shop-app/web /spec/scaleTargetRef/name',
    },
  },
};
