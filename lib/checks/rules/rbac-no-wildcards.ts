import { policyRulesOf, roleKinds } from '../rbac';
import type { Rule } from '../rule';

const fields = ['verbs', 'resources', 'apiGroups', 'nonResourceURLs'] as const;

/** Roles name what they grant. */
export const rbacNoWildcards: Rule = {
  id: 'rbac-no-wildcards',
  why: 'A wildcard also grants what is added to the cluster tomorrow.',
  aliases: ['C-0035', 'C-0187', 'wildcard-in-rules', 'CKV_K8S_49', 'KSV-0044', 'KSV-0045', 'KSV-0046', 'KSV-0112'],
  kinds: roleKinds,
  check: (manifest) =>
    policyRulesOf(manifest).flatMap(({ at, rule }) =>
      fields
        .filter((field) => rule[field]?.some((value) => value.includes('*')))
        .map((field) => ({ at: `${at}/${field}`, got: rule[field], expected: 'names' })),
    ),
};
