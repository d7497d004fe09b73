import type { Rule } from '../rule';
import { autoscalersOf, scaleTargetOf } from '../scale';
import { specOf } from '../specs';

/** No two autoscalers act on the same measurement. */
export const oneAutoscalerPerMetric: Rule = {
  id: 'one-autoscaler-per-metric',
  why: 'One makes pods larger because they are busy, the other makes fewer because they are not: they never settle.',
  kinds: ['VerticalPodAutoscaler'],
  check: (manifest, all) => {
    const vpa = specOf('VerticalPodAutoscaler', manifest);
    const target = scaleTargetOf(manifest);
    const mode = vpa?.updatePolicy?.updateMode;
    if (!vpa || !target || mode === 'Off') return [];
    const scaled = all.find(target.kind, manifest.object.metadata.namespace, target.name);
    const rival = (scaled ? autoscalersOf(scaled, all) : []).find((other) => {
      const metrics = specOf('HorizontalPodAutoscaler', other)?.metrics;
      // Without metrics an HPA looks at the processor.
      return (
        other.object.kind === 'HorizontalPodAutoscaler' && (metrics?.some(({ type }) => type === 'Resource') ?? true)
      );
    });
    if (!rival) return [];
    const expected = `Off: HorizontalPodAutoscaler '${rival.object.metadata.name}' acts on processor or memory`;
    return [{ at: '/spec/updatePolicy/updateMode', got: mode, expected }];
  },
};
