import { containersOf, podKinds } from '../pods';
import { probesOf } from '../probes';
import type { Rule } from '../rule';

/** Probes over HTTP name a path from the root. */
export const probePathsAreAbsolute: Rule = {
  id: 'probe-paths-are-absolute',
  why: 'Which path a probe asks for should be read, not guessed; without one it is /, which often only redirects.',
  exemptible: false,
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest).flatMap((placed) =>
      probesOf(placed)
        .filter(({ probe }) => probe.httpGet && !probe.httpGet.path?.startsWith('/'))
        .map(({ at, probe }) => ({
          at: `${at}/httpGet/path`,
          got: probe.httpGet?.path,
          expected: 'a path such as /ready',
        })),
    ),
};
