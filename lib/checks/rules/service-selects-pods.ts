import { podGroups } from '../pod-groups';
import type { Rule } from '../rule';
import { describeSelector } from '../selectors';
import { specOf } from '../specs';

/** A Service leads to the pods of one workload. */
export const serviceSelectsPods: Rule = {
  id: 'service-selects-pods',
  why: 'A Service without pods refuses every connection, and one that mixes workloads answers as another program.',
  aliases: ['dangling-service', 'service-targets-pod'],
  kinds: ['Service'],
  check: (manifest, all) => {
    const spec = specOf('Service', manifest);
    if (!spec || spec.type === 'ExternalName') return [];
    const matchLabels = spec.selector ?? {};
    const empty = Object.keys(matchLabels).length === 0;
    const groups = empty ? [] : podGroups(all).selectedBy(manifest.object.metadata.namespace, { matchLabels });
    const makers = [...new Set(groups.map((group) => group.manifest))];
    if (makers.length === 1) return [];
    const names = makers.map(({ object }) => `${object.kind} '${object.metadata.name}'`);
    const got = empty ? undefined : `${describeSelector({ matchLabels })} (pods of ${names.join(' and ') || 'nobody'})`;
    return [{ at: '/spec/selector', got, expected: 'labels that the pods of exactly one workload carry' }];
  },
};
