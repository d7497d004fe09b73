import { protectedBy } from '../disruption-budgets';
import { shareOf } from '../percentages';
import type { Rule } from '../rule';
import { scaleOf } from '../scale';
import { specOf } from '../specs';

/** A disruption budget always lets one pod go. */
export const pdbAllowsDrain: Rule = {
  id: 'pdb-allows-drain',
  why: 'A budget that lets no pod go stops every node upgrade until somebody deletes it.',
  aliases: [
    'pdb-max-unavailable',
    'pdb-min-available',
    'pdbDisruptionsIsZero',
    'pdbMinAvailableEqualToHPAMinReplicas',
    'pdbMinAvailableGreaterThanHPAMinReplicas',
  ],
  kinds: ['PodDisruptionBudget'],
  check: (manifest, all) => {
    const spec = specOf('PodDisruptionBudget', manifest);
    if (!spec) return [];
    const { maxUnavailable, minAvailable } = spec;
    if ((maxUnavailable === undefined) === (minAvailable === undefined)) {
      return [
        { at: '/spec', got: { maxUnavailable, minAvailable }, expected: 'one of maxUnavailable and minAvailable' },
      ];
    }
    const [maker] = protectedBy(manifest, all);
    const replicas = (maker && scaleOf(maker, all)?.min) ?? 1;
    const kept = shareOf(minAvailable, replicas, Math.ceil) ?? 0;
    if (minAvailable !== undefined && kept >= replicas) {
      return [{ at: '/spec/minAvailable', got: minAvailable, expected: `less than the ${replicas} replicas` }];
    }
    if (maxUnavailable !== undefined && (shareOf(maxUnavailable, replicas, Math.ceil) ?? 0) < 1) {
      return [{ at: '/spec/maxUnavailable', got: maxUnavailable, expected: '1 or more' }];
    }
    return [];
  },
};
