import { podGroups } from '../pod-groups';
import type { Rule } from '../rule';
import { describeSelector } from '../selectors';
import { controllerKinds, podSelectorOf } from '../workloads';

/** No controller selects pods that another one makes. */
export const selectorsDoNotOverlap: Rule = {
  id: 'selectors-do-not-overlap',
  why: 'Two controllers that claim the same pods count, scale and delete each other’s.',
  exemptible: false,
  kinds: controllerKinds,
  check: (manifest, all) => {
    const selector = podSelectorOf(manifest);
    if (!selector) return [];
    return podGroups(all)
      .selectedBy(manifest.object.metadata.namespace, selector)
      .filter((group) => group.manifest !== manifest)
      .map(({ manifest: { object } }) => ({
        at: '/spec/selector',
        got: describeSelector(selector),
        expected: `labels that the pods of ${object.kind} '${object.metadata.name}' do not carry`,
      }));
  },
};
