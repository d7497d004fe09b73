import { budgetsOf } from '../disruption-budgets';
import { podKinds, podTemplateOf, runsToCompletion } from '../pods';
import type { Rule } from '../rule';
import { scaleOf } from '../scale';

/** Every workload with several replicas has one disruption budget, and none has two. */
export const hasDisruptionBudget: Rule = {
  id: 'has-disruption-budget',
  why: 'Without a budget a node upgrade may stop all replicas at once; with two, none can be evicted at all.',
  aliases: ['deployment-has-poddisruptionbudget', 'statefulset-has-poddisruptionbudget', 'missingPodDisruptionBudget'],
  kinds: podKinds,
  check: (manifest, all) => {
    if (!podTemplateOf(manifest) || runsToCompletion(manifest)) return [];
    const budgets = budgetsOf(manifest, all).map(({ object }) => object.metadata.name);
    const replicated = (scaleOf(manifest, all)?.min ?? 1) > 1;
    if (budgets.length === 1 || (budgets.length === 0 && !replicated)) return [];
    const expected = `${replicated ? 'one PodDisruptionBudget' : 'at most one PodDisruptionBudget'} for its pods`;
    return [{ at: '/metadata/name', got: budgets.join(', ') || 'no budget', expected }];
  },
};
