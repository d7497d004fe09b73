import { containersOf, podKinds } from '../pods';
import type { Rule } from '../rule';

/** Secrets reach programs as files, not as variables. */
export const noSecretEnv: Rule = {
  id: 'no-secret-env',
  why: 'Variables show up in crash reports, child processes and `kubectl describe`, and keep their value when the Secret changes.',
  aliases: ['C-0207', 'read-secret-from-env-var', 'CKV_K8S_35'],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest).flatMap(({ at, container }) =>
      [
        ...(container.env ?? []).map(({ valueFrom }, index) => ({
          at: `${at}/env/${index}/valueFrom/secretKeyRef`,
          got: valueFrom?.secretKeyRef?.name,
          expected: 'a mounted file, and its path in the variable',
        })),
        ...(container.envFrom ?? []).map(({ secretRef }, index) => ({
          at: `${at}/envFrom/${index}/secretRef`,
          got: secretRef?.name,
          expected: 'mounted files',
        })),
      ].filter(({ got }) => got !== undefined),
    ),
};
