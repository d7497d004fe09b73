import { podKinds, podTemplateOf } from '../pods';
import type { Rule } from '../rule';
import { describeSelector, selects, selectsAll } from '../selectors';

/** Constraints that spread pods over nodes and zones count the workload's own pods. */
export const spreadSelectsOwnPods: Rule = {
  id: 'spread-selects-own-pods',
  why: 'A constraint that counts other pods, or none, spreads nothing, and nobody notices before a node fails.',
  exemptible: false,
  kinds: podKinds,
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    if (!pod) return [];
    const { topologySpreadConstraints = [], affinity } = pod.spec;
    const {
      preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
      requiredDuringSchedulingIgnoredDuringExecution: required = [],
    } = affinity?.podAntiAffinity ?? {};
    const anti = `${pod.at}/affinity/podAntiAffinity`;
    const terms = [
      ...topologySpreadConstraints.map(({ labelSelector }, index) => ({
        at: `${pod.at}/topologySpreadConstraints/${index}/labelSelector`,
        selector: labelSelector,
      })),
      ...preferred.map(({ podAffinityTerm }, index) => ({
        at: `${anti}/preferredDuringSchedulingIgnoredDuringExecution/${index}/podAffinityTerm/labelSelector`,
        selector: podAffinityTerm?.labelSelector,
      })),
      ...required.map(({ labelSelector }, index) => ({
        at: `${anti}/requiredDuringSchedulingIgnoredDuringExecution/${index}/labelSelector`,
        selector: labelSelector,
      })),
    ];
    return terms
      .filter(({ selector }) => !selector || selectsAll(selector) || !selects(selector, pod.labels))
      .map(({ at, selector }) => ({
        at,
        got: describeSelector(selector),
        expected: 'labels of the workload’s own pods, and of no others',
      }));
  },
};
