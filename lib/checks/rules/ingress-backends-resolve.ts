import type { IngressBackend } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Rendered } from '../rendered';
import type { Rule } from '../rule';
import { servicePortProblem } from '../service-ports';
import { specOf } from '../specs';

/** Every path of an Ingress leads to a port of a Service. */
export const ingressBackendsResolve: Rule = {
  id: 'ingress-backends-resolve',
  why: 'Requests to a backend that does not exist are answered with 503.',
  aliases: ['dangling-ingress', 'ingress-targets-service'],
  exemptible: false,
  kinds: ['Ingress'],
  check: (manifest, all) => {
    const spec = specOf('Ingress', manifest);
    if (!spec) return [];
    const backends: { at: string; backend: Rendered<IngressBackend> | undefined }[] = (spec.rules ?? []).flatMap(
      ({ http }, rule) =>
        (http?.paths ?? []).map(({ backend }, path) => ({
          at: `/spec/rules/${rule}/http/paths/${path}/backend`,
          backend,
        })),
    );
    if (spec.defaultBackend) backends.push({ at: '/spec/defaultBackend', backend: spec.defaultBackend });
    return backends.flatMap(({ at, backend }) => {
      const { name = '', port } = backend?.service ?? {};
      const target = port?.name ?? port?.number;
      const problem = servicePortProblem(all, manifest.object.metadata.namespace, name, target);
      if (!problem) return [];
      return [
        {
          at: `${at}/service/${problem.field}`,
          got: problem.field === 'name' ? name : target,
          expected: problem.expected,
        },
      ];
    });
  },
};
