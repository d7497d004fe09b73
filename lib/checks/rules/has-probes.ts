import { podKinds, servingContainersOf } from '../pods';
import { probeKinds } from '../probes';
import type { Rule } from '../rule';

/** Every container that serves says when it has started, when it can take requests, and when it must be restarted. */
export const hasProbes: Rule = {
  id: 'has-probes',
  why: 'Without probes a roll-out replaces pods that work by pods that do not.',
  aliases: [
    'C-0018',
    'C-0056',
    'no-readiness-probe',
    'no-liveness-probe',
    'pod-probes',
    'readinessProbeMissing',
    'livenessProbeMissing',
    'CKV_K8S_8',
    'CKV_K8S_9',
  ],
  kinds: podKinds,
  check: (manifest) =>
    servingContainersOf(manifest).flatMap(({ at, container }) =>
      probeKinds
        .filter((kind) => container[kind] === undefined)
        .map((kind) => ({ at: `${at}/${kind}`, got: undefined, expected: 'a probe' })),
    ),
};
