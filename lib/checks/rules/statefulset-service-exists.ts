import { podTemplateOf } from '../pods';
import type { Rule } from '../rule';
import { selects } from '../selectors';
import { specOf } from '../specs';

/** A StatefulSet has the headless Service that gives its pods their host names. */
export const statefulsetServiceExists: Rule = {
  id: 'statefulset-service-exists',
  why: 'Without it the pods have no stable names, and replicas cannot find one another.',
  aliases: ['statefulset-has-servicename'],
  kinds: ['StatefulSet'],
  check: (manifest, all) => {
    const spec = specOf('StatefulSet', manifest);
    if (!spec) return [];
    const at = '/spec/serviceName';
    const service = all.find('Service', manifest.object.metadata.namespace, spec.serviceName ?? '');
    if (!service) return [{ at, got: spec.serviceName, expected: 'the name of a Service in its namespace' }];
    const { clusterIP, selector: matchLabels = {} } = specOf('Service', service) ?? {};
    if (clusterIP !== 'None') {
      return [
        {
          at: '/spec/clusterIP',
          got: clusterIP,
          expected: 'None: a StatefulSet needs its Service headless',
          of: service,
        },
      ];
    }
    if (selects({ matchLabels }, podTemplateOf(manifest)?.labels ?? {})) return [];
    return [{ at, got: spec.serviceName, expected: 'a Service that selects the pods of this StatefulSet' }];
  },
};
