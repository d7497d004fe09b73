import { containersOf, podKinds, podTemplateOf } from '../pods';
import type { Finding, Rule } from '../rule';

const podFields = ['runAsNonRoot', 'runAsUser', 'runAsGroup', 'fsGroup', 'fsGroupChangePolicy', 'seccompProfile'];
const containerFields = [
  'privileged',
  'allowPrivilegeEscalation',
  'readOnlyRootFilesystem',
  'runAsNonRoot',
  'runAsUser',
  'runAsGroup',
  'capabilities',
  'seccompProfile',
];

/** Pods and containers say everything about their rights, and leave nothing to defaults. */
export const securityContextComplete: Rule = {
  id: 'security-context-complete',
  why: 'Defaults differ between images, clusters and versions; some scanners and admission rules read only one of the two places.',
  aliases: ['C-0211', 'CKV_K8S_29', 'CKV_K8S_30', 'KSV-0118'],
  kinds: podKinds,
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    if (!pod) return [];
    return [
      ...missing(`${pod.at}/securityContext`, pod.spec.securityContext, podFields),
      ...containersOf(manifest).flatMap(({ at, container }) =>
        missing(`${at}/securityContext`, container.securityContext, containerFields),
      ),
    ];
  },
};

function missing(at: string, context: object | undefined, fields: readonly string[]): readonly Finding[] {
  return fields
    .filter((field) => !(field in (context ?? {})))
    .map((field) => ({ at: `${at}/${field}`, got: undefined, expected: 'an explicit value' }));
}
