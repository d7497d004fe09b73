import { containersOf, podKinds } from '../pods';
import type { Finding, Rule } from '../rule';

/** No container runs as root, and each says so itself: some scanners read only the container. */
export const runsAsNonRoot: Rule = {
  id: 'runs-as-non-root',
  why: 'Root in a container is one kernel fault away from root on the node.',
  aliases: [
    'PSS restricted runAsNonRoot',
    'PSS restricted runAsUser',
    'C-0013',
    'C-0198',
    'run-as-non-root',
    'runAsRootAllowed',
    'CKV_K8S_23',
    'KSV-0012',
    'KSV-0105',
  ],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest).flatMap(({ at, container, pod }): Finding[] => {
      const { runAsNonRoot, runAsUser = pod.spec.securityContext?.runAsUser } = container.securityContext ?? {};
      const place = `${at}/securityContext`;
      return [
        ...(runAsNonRoot === true ? [] : [{ at: `${place}/runAsNonRoot`, got: runAsNonRoot, expected: 'true' }]),
        ...(runAsUser === 0 ? [{ at: `${place}/runAsUser`, got: runAsUser, expected: 'a user other than 0' }] : []),
      ];
    }),
};
