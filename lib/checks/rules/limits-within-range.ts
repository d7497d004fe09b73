import type { LimitRangeItem } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Manifests } from '../manifests';
import type { PlacedContainer } from '../pods';
import { containersOf, podKinds } from '../pods';
import { milliOf } from '../quantities';
import type { Rendered } from '../rendered';
import { resourceNames } from '../resources';
import type { Finding, Rule } from '../rule';
import { specOf } from '../specs';

/** No container asks for more, or less, than its namespace lets containers have. */
export const limitsWithinRange: Rule = {
  id: 'limits-within-range',
  why: 'The API server refuses such a pod, so its workload never starts.',
  exemptible: false,
  kinds: podKinds,
  check: (manifest, all) => {
    const containers = containersOf(manifest);
    if (containers.length === 0) return [];
    return containerRanges(all, manifest.object.metadata.namespace).flatMap((range) =>
      containers.flatMap((placed) => outOf(range, placed)),
    );
  },
};

function outOf({ max, min }: Rendered<LimitRangeItem>, { at, container }: PlacedContainer): readonly Finding[] {
  const { limits, requests } = container.resources ?? {};
  return resourceNames.flatMap((resource): Finding[] => {
    const [most, least] = [max?.[resource], min?.[resource]];
    const [limit, request] = [limits?.[resource], requests?.[resource]];
    return [
      ...((milliOf(limit) ?? 0) > (milliOf(most) ?? Infinity)
        ? [
            {
              at: `${at}/resources/limits/${resource}`,
              got: limit,
              expected: `${String(most)} or less, as the LimitRange says`,
            },
          ]
        : []),
      ...((milliOf(request) ?? Infinity) < (milliOf(least) ?? 0)
        ? [
            {
              at: `${at}/resources/requests/${resource}`,
              got: request,
              expected: `${String(least)} or more, as the LimitRange says`,
            },
          ]
        : []),
    ];
  });
}

function containerRanges(all: Manifests, namespace: string | undefined): readonly Rendered<LimitRangeItem>[] {
  return all
    .ofKindIn('LimitRange', namespace)
    .flatMap((range) => specOf('LimitRange', range)?.limits ?? [])
    .filter(({ type }) => type === 'Container');
}
