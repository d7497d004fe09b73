import { protectedBy } from '../disruption-budgets';
import { runsToCompletion } from '../pods';
import type { Rule } from '../rule';
import { describeSelector } from '../selectors';
import { specOf } from '../specs';

/** A disruption budget protects the pods of one workload that keeps running. */
export const pdbSelectsPods: Rule = {
  id: 'pdb-selects-pods',
  why: 'A budget for nothing protects nothing; one for several workloads lets one of them lose all its pods.',
  exemptible: false,
  kinds: ['PodDisruptionBudget'],
  check: (manifest, all) => {
    const spec = specOf('PodDisruptionBudget', manifest);
    if (!spec) return [];
    const makers = protectedBy(manifest, all);
    if (makers.length === 1 && !makers.some(runsToCompletion)) return [];
    const names = makers.map(({ object }) => `${object.kind} '${object.metadata.name}'`).join(' and ') || 'nobody';
    const got = `${describeSelector(spec.selector)} (pods of ${names})`;
    return [{ at: '/spec/selector', got, expected: 'labels that the pods of exactly one serving workload carry' }];
  },
};
