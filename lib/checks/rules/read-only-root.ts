import { containersOf, podKinds } from '../pods';
import type { Rule } from '../rule';

/** Containers cannot write to their own image. */
export const readOnlyRoot: Rule = {
  id: 'read-only-root',
  why: 'An attacker who gets in cannot replace a binary or drop a tool that survives a restart.',
  aliases: [
    'C-0017',
    'no-read-only-root-fs',
    'container-security-context-readonlyrootfilesystem',
    'notReadOnlyRootFilesystem',
    'CKV_K8S_22',
    'KSV-0014',
  ],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest)
      .map(({ at, container }) => ({
        at: `${at}/securityContext/readOnlyRootFilesystem`,
        got: container.securityContext?.readOnlyRootFilesystem,
        expected: 'true',
      }))
      .filter(({ got }) => got !== true),
};
