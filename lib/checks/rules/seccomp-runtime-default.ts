import { containersOf, podKinds } from '../pods';
import type { Rule } from '../rule';

/** The container runtime's filter of system calls is on. */
export const seccompRuntimeDefault: Rule = {
  id: 'seccomp-runtime-default',
  why: 'Without the filter, which is the default, a container may use the system calls that most kernel exploits need.',
  aliases: [
    'PSS restricted seccompProfile',
    'C-0055',
    'C-0210',
    'container-seccomp-profile',
    'linuxHardening',
    'CKV_K8S_31',
    'KSV-0030',
    'KSV-0104',
  ],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest)
      .map(({ at, container, pod }) => ({
        at: `${at}/securityContext/seccompProfile/type`,
        got: (container.securityContext?.seccompProfile ?? pod.spec.securityContext?.seccompProfile)?.type,
        expected: 'RuntimeDefault, here or for the pod',
      }))
      .filter(({ got }) => got !== 'RuntimeDefault'),
};
