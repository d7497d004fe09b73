import type { Rule } from '../rule';
import { servicePortProblem } from '../service-ports';
import { specOf } from '../specs';

/** Every backend of an HTTPRoute is a port of a Service that the route may use. */
export const routeBackendsResolve: Rule = {
  id: 'route-backends-resolve',
  why: 'Requests to a backend that does not exist are answered with 500.',
  aliases: ['httpRouteCrossNamespaceBackendRef'],
  exemptible: false,
  kinds: ['HTTPRoute'],
  check: (manifest, all) => {
    const own = manifest.object.metadata.namespace;
    return (specOf('HTTPRoute', manifest)?.rules ?? []).flatMap(({ backendRefs = [] }, rule) =>
      backendRefs.flatMap(({ kind = 'Service', name = '', namespace = own, port }, index) => {
        const at = `/spec/rules/${rule}/backendRefs/${index}`;
        if (namespace !== own && all.ofKindIn('ReferenceGrant', namespace).length === 0) {
          return [
            { at: `${at}/namespace`, got: namespace, expected: 'its own namespace, or a ReferenceGrant in that one' },
          ];
        }
        const problem = kind === 'Service' ? servicePortProblem(all, namespace, name, port) : undefined;
        if (!problem) return [];
        return [
          { at: `${at}/${problem.field}`, got: problem.field === 'name' ? name : port, expected: problem.expected },
        ];
      }),
    );
  },
};
