import { podGroups, podMakers } from '../pod-groups';
import { resourceNames } from '../resources';
import type { Rule } from '../rule';
import { specOf } from '../specs';

/** Every namespace with pods says what a container gets that asks for nothing, and what the most is. */
export const limitRangePresent: Rule = {
  id: 'limit-range-present',
  why: 'A container that somebody adds by hand would be refused by the quota, or take a whole node.',
  aliases: ['KSV-0039'],
  kinds: podMakers,
  check: (manifest, all) => {
    const { namespace = '' } = manifest.object.metadata;
    const [first] = podGroups(all).in(namespace);
    if (first?.manifest !== manifest) return [];
    const limits = all
      .ofKindIn('LimitRange', namespace)
      .flatMap((range) => specOf('LimitRange', range)?.limits ?? [])
      .filter(({ type }) => type === 'Container');
    const of = all.find('Namespace', undefined, namespace) ?? manifest;
    return resourceNames
      .flatMap((resource) =>
        (['default', 'defaultRequest'] as const).map((field) => ({
          field: `${field}.${resource}`,
          given: limits.some((limit) => limit[field]?.[resource] !== undefined),
        })),
      )
      .filter(({ given }) => !given)
      .map(({ field }) => ({
        at: '/metadata/name',
        got: `no ${field} for containers`,
        expected: 'a LimitRange that sets it',
        of,
      }));
  },
};
