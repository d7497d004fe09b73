import { containersOf, podKinds } from '../pods';
import type { Rule } from '../rule';

/** No process gains more rights than its parent. */
export const noPrivilegeEscalation: Rule = {
  id: 'no-privilege-escalation',
  why: 'With escalation allowed, which is the default, a setuid program in the image makes its caller root.',
  aliases: [
    'PSS restricted allowPrivilegeEscalation',
    'C-0016',
    'C-0197',
    'privilege-escalation-container',
    'privilegeEscalationAllowed',
    'CKV_K8S_20',
    'KSV-0001',
  ],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest)
      .map(({ at, container }) => ({
        at: `${at}/securityContext/allowPrivilegeEscalation`,
        got: container.securityContext?.allowPrivilegeEscalation,
        expected: 'false',
      }))
      .filter(({ got }) => got !== false),
};
