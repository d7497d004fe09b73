import { containersOf, podKinds } from '../pods';
import type { Rule } from '../rule';

/** Containers are not privileged. */
export const notPrivileged: Rule = {
  id: 'not-privileged',
  why: 'A privileged container is root on its node.',
  aliases: [
    'PSS baseline privileged',
    'C-0057',
    'C-0193',
    'privileged-container',
    'runAsPrivileged',
    'CKV_K8S_16',
    'KSV-0017',
  ],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest)
      .map(({ at, container }) => ({
        at: `${at}/securityContext/privileged`,
        got: container.securityContext?.privileged,
        expected: 'false',
      }))
      .filter(({ got }) => got === true),
};
