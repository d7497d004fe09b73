import type { Table } from '../table';
import { drop, remove, set } from '../table';

const hpa = 'HorizontalPodAutoscaler shop-app/api';
const vpa = 'VerticalPodAutoscaler shop-app/api';

export const table: Table = {
  keeps: {
    'an HPA that looks at requests': [
      set(vpa, '/spec/updatePolicy/updateMode', 'Recreate'),
      set(hpa, '/spec/metrics', [{ type: 'Pods', pods: { metric: { name: 'requests' } } }]),
    ],
    'a VPA alone': [set(vpa, '/spec/updatePolicy/updateMode', 'Recreate'), drop(hpa)],
  },
  breaks: {
    'a VPA that acts': {
      change: set(vpa, '/spec/updatePolicy/updateMode', 'Initial'),
      at: `${vpa} /spec/updatePolicy/updateMode`,
    },
    'a VPA that says nothing, which means that it acts': {
      change: remove(vpa, '/spec/updatePolicy'),
      at: `${vpa} /spec/updatePolicy/updateMode`,
    },
    'an HPA without metrics, which means the processor': {
      change: [set(vpa, '/spec/updatePolicy/updateMode', 'Recreate'), remove(hpa, '/spec/metrics')],
      at: `${vpa} /spec/updatePolicy/updateMode`,
    },
  },
};
