import { podTemplateOf } from '../pods';
import type { Finding, Rule } from '../rule';
import { scaleTargetOf } from '../scale';
import { specOf } from '../specs';

/** Every autoscaler has room to scale, and measurements that it can relate to something. */
export const autoscalersCanScale: Rule = {
  id: 'autoscalers-can-scale',
  why: 'An autoscaler between equal bounds does nothing; a percentage of a request that is not there is unknown for ever.',
  aliases: ['hpaMinAvailability', 'hpaMaxAvailability'],
  kinds: ['HorizontalPodAutoscaler'],
  check: (manifest, all) => {
    const spec = specOf('HorizontalPodAutoscaler', manifest);
    if (!spec) return [];
    const { minReplicas = 1, maxReplicas = 0, metrics = [] } = spec;
    const target = scaleTargetOf(manifest);
    const scaled = all.find(target?.kind ?? '', manifest.object.metadata.namespace, target?.name ?? '');
    const containers = (scaled && podTemplateOf(scaled)?.spec.containers) ?? [];
    return [
      ...(maxReplicas > minReplicas
        ? []
        : [{ at: '/spec/maxReplicas', got: maxReplicas, expected: `more than minReplicas, which is ${minReplicas}` }]),
      ...metrics.flatMap(({ resource }, index): Finding[] => {
        const { name = '', target: goal } = resource ?? {};
        if (
          goal?.type !== 'Utilization' ||
          containers.every(({ resources }) => resources?.requests?.[name] !== undefined)
        ) {
          return [];
        }
        return [
          { at: `/spec/metrics/${index}/resource/name`, got: name, expected: 'a resource that all containers request' },
        ];
      }),
    ];
  },
};
