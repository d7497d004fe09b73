import type { Table } from '../table';
import { set } from '../table';

const api = 'Deployment shop-app/api';
const pod = '/spec/template/spec';
const container = '/spec/template/spec/containers/0';

export const table: Table = {
  keeps: {
    'a type for containers': set(api, `${pod}/securityContext/seLinuxOptions`, { type: 'container_t', level: 's0:c1' }),
    'the profile of the runtime': set(api, `${container}/securityContext/appArmorProfile`, { type: 'RuntimeDefault' }),
  },
  breaks: {
    'no AppArmor, by annotation': {
      change: set(api, '/spec/template/metadata/annotations', {
        'container.apparmor.security.beta.kubernetes.io/api': 'unconfined',
      }),
      at: `${api} /spec/template/metadata/annotations/container.apparmor.security.beta.kubernetes.io~1api`,
    },
    'no AppArmor, by field': {
      change: set(api, `${container}/securityContext/appArmorProfile`, { type: 'Unconfined' }),
      at: `${api} ${container}/securityContext/appArmorProfile/type`,
    },
    'a privileged SELinux type': {
      change: set(api, `${pod}/securityContext/seLinuxOptions`, { type: 'spc_t' }),
      at: `${api} ${pod}/securityContext/seLinuxOptions/type`,
    },
    'another SELinux user and role': {
      change: set(api, `${container}/securityContext/seLinuxOptions`, { user: 'system_u', role: 'system_r' }),
      at: [
        `${api} ${container}/securityContext/seLinuxOptions/role`,
        `${api} ${container}/securityContext/seLinuxOptions/user`,
      ],
    },
    'a process of the host on Windows': {
      change: set(api, `${pod}/securityContext/windowsOptions`, { hostProcess: true }),
      at: `${api} ${pod}/securityContext/windowsOptions/hostProcess`,
    },
  },
};
