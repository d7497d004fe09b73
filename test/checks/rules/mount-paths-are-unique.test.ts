import { mountPathsAreUnique } from '../../../lib/checks/rules/mount-paths-are-unique';
import { set, testRule } from '../table';

testRule(mountPathsAreUnique, {
  breaks: {
    'one path twice': {
      change: set('Deployment shop-app/api', '/spec/template/spec/containers/0/volumeMounts/2/mountPath', '/tmp'),
      at: 'Deployment shop-app/api /spec/template/spec/containers/0/volumeMounts/2/mountPath',
    },
    'a relative path': {
      change: set('Deployment shop-app/api', '/spec/template/spec/containers/0/volumeMounts/0/mountPath', 'tmp'),
      at: 'Deployment shop-app/api /spec/template/spec/containers/0/volumeMounts/0/mountPath',
    },
  },
});
