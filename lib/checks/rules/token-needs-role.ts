import { podKinds, podTemplateOf } from '../pods';
import { bindingsOfAccount } from '../rbac';
import type { Rule } from '../rule';
import { mountsApiToken } from '../service-accounts';

/** Pods mount a token of the API server when, and only when, their account is granted something. */
export const tokenNeedsRole: Rule = {
  id: 'token-needs-role',
  why: 'A token without a role is only good for being stolen; a role without a token is a program that fails.',
  kinds: podKinds,
  check: (manifest, all) => {
    const pod = podTemplateOf(manifest);
    if (!pod) return [];
    const { serviceAccountName = 'default' } = pod.spec;
    const bound = bindingsOfAccount(all, manifest.object.metadata.namespace, serviceAccountName).length > 0;
    if (mountsApiToken(manifest) === bound) return [];
    return bound
      ? [
          {
            at: `${pod.at}/volumes`,
            got: 'no token',
            expected: `a projected token: '${serviceAccountName}' is bound to a role`,
          },
        ]
      : [
          {
            at: `${pod.at}/volumes`,
            got: 'a token',
            expected: `a binding of '${serviceAccountName}' to a role, or no token`,
          },
        ];
  },
};
