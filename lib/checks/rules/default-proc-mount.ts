import { containersOf, podKinds } from '../pods';
import type { Rule } from '../rule';

/** Containers see /proc as the runtime masks it. */
export const defaultProcMount: Rule = {
  id: 'default-proc-mount',
  why: 'Unmasked, /proc tells and sets what belongs to the node.',
  aliases: ['PSS baseline procMount', 'unsafe-proc-mount', 'procMount', 'KSV-0027'],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest)
      .map(({ at, container }) => ({
        at: `${at}/securityContext/procMount`,
        got: container.securityContext?.procMount,
        expected: 'Default',
      }))
      .filter(({ got }) => got !== undefined && got !== 'Default'),
};
