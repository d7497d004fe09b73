import { podTemplateOf } from '../pods';
import type { Rule } from '../rule';
import { describeSelector, selects, selectsAll } from '../selectors';
import { controllerKinds, podSelectorOf } from '../workloads';

/** A controller selects the pods that it makes. */
export const selectorsMatchTemplate: Rule = {
  id: 'selectors-match-template',
  why: 'The API server refuses a controller whose selector its own pods do not match.',
  aliases: ['C-0296', 'mismatching-selector', 'deployment-pod-selector-labels-match-template-metadata-labels'],
  exemptible: false,
  kinds: controllerKinds,
  check: (manifest) => {
    const selector = podSelectorOf(manifest);
    if (!selector) return [];
    const labels = podTemplateOf(manifest)?.labels ?? {};
    if (selects(selector, labels) && !selectsAll(selector)) return [];
    const expected = `labels of its own pods: ${describeSelector({ matchLabels: labels })}`;
    return [{ at: '/spec/selector', got: describeSelector(selector), expected }];
  },
};
