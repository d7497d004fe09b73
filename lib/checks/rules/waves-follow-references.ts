import { resolvedReferencesOf } from '../references';
import type { Rule } from '../rule';
import { compareSync, describeSync, syncPositionOf, syncWaveAt } from '../sync-order';

/** Nothing is synced before what it needs. */
export const wavesFollowReferences: Rule = {
  id: 'waves-follow-references',
  why: 'Argo CD waits for a wave to be healthy: what needs something of a later wave waits for ever.',
  exemptible: false,
  check: (manifest, all) => {
    const own = syncPositionOf(manifest);
    return resolvedReferencesOf(manifest, all).flatMap(({ reference, targets }) =>
      targets
        .filter((target) => compareSync(syncPositionOf(target), own) > 0)
        .map((target) => ({
          at: syncWaveAt,
          got: describeSync(own),
          expected: `not before ${target.object.kind} '${target.object.metadata.name}' (${describeSync(syncPositionOf(target))}), named at ${reference.at}`,
        })),
    );
  },
};
