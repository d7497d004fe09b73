import { bindingKinds, bindingOf } from '../rbac';
import type { Finding, Rule } from '../rule';

const everybody = [
  'system:masters',
  'system:authenticated',
  'system:unauthenticated',
  'system:anonymous',
  'system:serviceaccounts',
];

/** Nobody is bound to the role that may do everything, and nothing is granted to everybody. */
export const rbacNoClusterAdmin: Rule = {
  id: 'rbac-no-cluster-admin',
  why: 'A cluster administrator’s token, once read, is the cluster.',
  aliases: [
    'C-0185',
    'C-0246',
    'C-0262',
    'C-0265',
    'cluster-admin-role-binding',
    'clusterrolebindingClusterAdmin',
    'rolebindingClusterAdminClusterRole',
    'CKV2_K8S_1',
    'KSV-0111',
    'KSV-0122',
    'KSV-0123',
  ],
  kinds: bindingKinds,
  check: (manifest) => {
    const binding = bindingOf(manifest);
    if (!binding) return [];
    const subjects = binding.subjects
      .map(({ name = '' }, index): Finding => ({ at: `/subjects/${index}/name`, got: name, expected: 'an account' }))
      .filter(({ got }) => everybody.includes(String(got)));
    if (binding.role.name !== 'cluster-admin') return subjects;
    return [{ at: '/roleRef/name', got: 'cluster-admin', expected: 'a role that names what is needed' }, ...subjects];
  },
};
