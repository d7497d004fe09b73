import { isClusterScoped } from '../cluster-scoped';
import { isPrerequisite } from '../references';
import type { Rule } from '../rule';

const foreign = new Set(['default', 'kube-system', 'kube-public', 'kube-node-lease']);
const at = '/metadata/namespace';

/** Every object stands in a namespace that is rendered, or in none where its kind has none. */
export const namespacesExist: Rule = {
  id: 'namespaces-exist',
  why: 'The API server refuses objects of a missing namespace; what names none lands wherever the sync happens to point.',
  aliases: ['C-0061', 'C-0212', 'use-namespace', 'CKV_K8S_21', 'KSV-0110', 'KSV-0037'],
  check: ({ object }, all) => {
    const { namespace } = object.metadata;
    if (isClusterScoped(object)) {
      return namespace === undefined
        ? []
        : [{ at, got: namespace, expected: `nothing: a ${object.kind} belongs to the cluster` }];
    }
    if (namespace !== undefined && !foreign.has(namespace)) {
      const exists = all.find('Namespace', undefined, namespace) !== undefined;
      if (exists || isPrerequisite({ kind: 'Namespace', namespace: undefined, name: namespace }, all)) return [];
    }
    return [
      {
        at,
        got: namespace,
        expected: 'a namespace that is rendered or listed as a prerequisite, and not the cluster’s own',
      },
    ];
  },
};
