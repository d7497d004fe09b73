import { forbiddenGrants, roleKinds } from '../rbac';
import type { Rule } from '../rule';

const forbidden = [{ resources: ['secrets'], verbs: ['get', 'list', 'watch'] }];

/** No role reads Secrets: pods mount those that they need. */
export const rbacNoSecretRead: Rule = {
  id: 'rbac-no-secret-read',
  why: 'Who may read Secrets holds every password and key of the namespace, or of the cluster.',
  aliases: ['C-0015', 'C-0186', 'access-to-secrets', 'CKV2_K8S_5', 'KSV-0041', 'KSV-0113'],
  kinds: roleKinds,
  check: (manifest) => forbiddenGrants(manifest, forbidden),
};
