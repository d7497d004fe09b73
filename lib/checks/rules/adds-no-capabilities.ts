import { containersOf, podKinds } from '../pods';
import type { Rule } from '../rule';

/** Containers ask for no capability of root. */
export const addsNoCapabilities: Rule = {
  id: 'adds-no-capabilities',
  why: 'Each capability is a part of root: SYS_ADMIN is nearly all of it, NET_RAW forges packets.',
  aliases: [
    'PSS baseline capabilities',
    'C-0046',
    'C-0200',
    'dangerousCapabilities',
    'CKV_K8S_25',
    'CKV_K8S_39',
    'KSV-0005',
    'KSV-0022',
    'KSV-0119',
    'KSV-0120',
  ],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest)
      .map(({ at, container }) => ({
        at: `${at}/securityContext/capabilities/add`,
        got: container.securityContext?.capabilities?.add,
        expected: 'nothing',
      }))
      .filter(({ got }) => got !== undefined && got.length > 0),
};
