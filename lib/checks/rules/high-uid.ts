import { containersOf, podKinds, podTemplateOf } from '../pods';
import type { Finding, Rule } from '../rule';

/** Above every account that distributions give out (kube-score and Checkov: 10,000; Trivy: more than that). */
const lowest = 10001;
const fields = ['runAsUser', 'runAsGroup'] as const;

type Ids = Partial<Readonly<Record<(typeof fields)[number], number>>>;

/** Pods and containers run as a user and group that no node knows. */
export const highUid: Rule = {
  id: 'high-uid',
  why: 'A process that breaks out has the rights of the account with its number on the node.',
  aliases: ['container-security-context-user-group-id', 'CKV_K8S_40', 'KSV-0020', 'KSV-0021', 'KSV-0116'],
  kinds: podKinds,
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    if (!pod) return [];
    return [
      ...lowIds(`${pod.at}/securityContext`, pod.spec.securityContext),
      ...containersOf(manifest).flatMap(({ at, container }) =>
        lowIds(`${at}/securityContext`, container.securityContext),
      ),
    ];
  },
};

function lowIds(at: string, ids: Ids = {}): readonly Finding[] {
  return fields
    .filter((field) => (ids[field] ?? 0) < lowest)
    .map((field) => ({ at: `${at}/${field}`, got: ids[field], expected: `${lowest} or more` }));
}
