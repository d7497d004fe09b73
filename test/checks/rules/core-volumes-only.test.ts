import { coreVolumesOnly } from '../../../lib/checks/rules/core-volumes-only';
import { set, testRule } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';

testRule(coreVolumesOnly, {
  keeps: { 'a volume that lives as long as the pod': set(api, `${pod}/volumes/0`, { name: 'tmp', ephemeral: {} }) },
  breaks: {
    'a file server': {
      change: set(api, `${pod}/volumes/0`, { name: 'tmp', nfs: { server: 'files', path: '/' } }),
      at: `${api} ${pod}/volumes/0/nfs`,
    },
  },
});
