import { forbiddenGrants, roleKinds } from '../rbac';
import type { Rule } from '../rule';

const workloads = ['pods', 'deployments', 'statefulsets', 'daemonsets', 'replicasets', 'jobs', 'cronjobs'];
const forbidden = [
  { resources: workloads, verbs: ['create', 'update', 'patch'] },
  {
    resources: ['pods/exec', 'pods/attach', 'pods/portforward', 'pods/ephemeralcontainers'],
    verbs: ['get', 'create', 'update', 'patch'],
  },
];

/** No role starts programs: neither new pods nor commands in those that run. */
export const rbacNoCodeExecution: Rule = {
  id: 'rbac-no-code-execution',
  why: 'Who starts a pod chooses its account and its mounts, and so holds every right of the namespace.',
  aliases: [
    'C-0002',
    'C-0063',
    'C-0188',
    'access-to-create-pods',
    'rolePodExecAttach',
    'clusterrolePodExecAttach',
    'CKV2_K8S_2',
    'KSV-0048',
    'KSV-0053',
    'KSV-0054',
  ],
  kinds: roleKinds,
  check: (manifest) => forbiddenGrants(manifest, forbidden),
};
