import type { Manifest } from '../../contracts';
import type { Manifests } from '../manifests';
import { bindingKinds, bindingOf, bindingsOfRole, policyRulesOf, roleKinds } from '../rbac';
import type { Finding, Rule } from '../rule';
import { usersOfAccount } from '../service-accounts';

/** Every role grants something, is bound, and is bound to accounts that something runs as. */
export const rolesAreUsed: Rule = {
  id: 'roles-are-used',
  why: 'A right that nobody uses is there for whoever takes the name of its account.',
  kinds: [...roleKinds, ...bindingKinds],
  check: (manifest, all) => [...unusedRole(manifest, all), ...unusedSubjects(manifest, all)],
};

function unusedRole(manifest: Manifest, all: Manifests): readonly Finding[] {
  const { kind, aggregationRule } = manifest.object;
  if ((kind !== 'Role' && kind !== 'ClusterRole') || aggregationRule !== undefined) return [];
  return [
    ...(policyRulesOf(manifest).length > 0 ? [] : [{ at: '/rules', got: 'no rule', expected: 'a rule, or no role' }]),
    ...(bindingsOfRole(all, manifest).length > 0
      ? []
      : [{ at: '/metadata/name', got: 'no binding', expected: 'a binding to an account, or no role' }]),
  ];
}

function unusedSubjects(manifest: Manifest, all: Manifests): readonly Finding[] {
  const binding = bindingOf(manifest);
  if (!binding) return [];
  if (binding.subjects.length === 0) return [{ at: '/subjects', got: 'nobody', expected: 'an account, or no binding' }];
  return binding.subjects.flatMap(({ kind, name = '', namespace = manifest.object.metadata.namespace }, index) =>
    kind === 'ServiceAccount' && usersOfAccount(all, namespace, name).length === 0
      ? [{ at: `/subjects/${index}/name`, got: name, expected: 'an account that pods run as' }]
      : [],
  );
}
