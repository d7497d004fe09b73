import { containersOf, podKinds } from '../pods';
import type { Rule } from '../rule';

/** Containers give up every capability of root. */
export const dropsAllCapabilities: Rule = {
  id: 'drops-all-capabilities',
  why: 'The default set lets a container forge packets, change owners and enter other root directories.',
  aliases: [
    'PSS restricted capabilities',
    'C-0201',
    'C-0211',
    'drop-net-raw-capability',
    'insecureCapabilities',
    'CKV_K8S_28',
    'CKV_K8S_37',
    'KSV-0003',
    'KSV-0004',
    'KSV-0106',
  ],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest)
      .map(({ at, container }) => ({
        at: `${at}/securityContext/capabilities/drop`,
        got: container.securityContext?.capabilities?.drop,
        expected: '["ALL"]',
      }))
      .filter(({ got }) => !got?.includes('ALL')),
};
