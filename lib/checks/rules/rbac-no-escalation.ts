import { forbiddenGrants, policyRulesOf, roleKinds } from '../rbac';
import type { Rule } from '../rule';

const escalating = ['escalate', 'bind', 'impersonate'];
const write = ['create', 'update', 'patch', 'delete', 'deletecollection'];
const forbidden = [
  { resources: ['roles', 'clusterroles', 'rolebindings', 'clusterrolebindings'], verbs: write },
  { resources: ['serviceaccounts/token'], verbs: ['create'] },
  { resources: ['nodes/proxy'], verbs: ['get', 'create', 'update', 'patch', 'delete'] },
  { resources: ['mutatingwebhookconfigurations', 'validatingwebhookconfigurations'], verbs: write },
  { resources: ['certificatesigningrequests/approval'], verbs: ['update', 'patch'] },
];

/** No role lets its holder gain more rights than it has. */
export const rbacNoEscalation: Rule = {
  id: 'rbac-no-escalation',
  why: 'Each of these grants is a way to become cluster administrator in one or two steps.',
  aliases: [
    'C-0065',
    'C-0191',
    'C-0278',
    'C-0279',
    'C-0282',
    'CKV_K8S_155',
    'CKV_K8S_156',
    'CKV_K8S_157',
    'CKV_K8S_158',
    'CKV2_K8S_3',
    'KSV-0043',
    'KSV-0047',
    'KSV-0050',
    'KSV-0055',
  ],
  kinds: roleKinds,
  check: (manifest) => [
    ...policyRulesOf(manifest).flatMap(({ at, rule: { verbs = [] } }) =>
      verbs
        .map((verb, index) => ({ at: `${at}/verbs/${index}`, got: verb, expected: `not ${escalating.join(', ')}` }))
        .filter(({ got }) => escalating.includes(got)),
    ),
    ...forbiddenGrants(manifest, forbidden),
  ],
};
