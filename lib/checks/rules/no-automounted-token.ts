import { podKinds, podTemplateOf } from '../pods';
import type { Rule } from '../rule';

const field = 'automountServiceAccountToken';

/** No pod gets a token of the API server without asking; pods and accounts both say so. */
export const noAutomountedToken: Rule = {
  id: 'no-automounted-token',
  why: 'A token that no program needs is one that only an attacker uses.',
  aliases: ['C-0034', 'C-0190', 'C-0261', 'automountServiceAccountToken', 'CKV_K8S_38', 'KSV-0036'],
  kinds: [...podKinds, 'ServiceAccount'],
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    const isAccount = manifest.object.kind === 'ServiceAccount';
    if (!pod && !isAccount) return [];
    const got = pod ? pod.spec[field] : manifest.object[field];
    return got === false ? [] : [{ at: `${pod?.at ?? ''}/${field}`, got, expected: 'false' }];
  },
};
