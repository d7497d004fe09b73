import { containersOf, podKinds } from '../pods';
import { milliOf } from '../quantities';
import { resourceNames } from '../resources';
import type { Rule } from '../rule';

/** No container asks for more than it may use. */
export const limitsNotBelowRequests: Rule = {
  id: 'limits-not-below-requests',
  why: 'The API server refuses a request above its limit.',
  exemptible: false,
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest).flatMap(({ at, container: { resources } }) =>
      resourceNames.flatMap((resource) => {
        const request = resources?.requests?.[resource];
        const limit = resources?.limits?.[resource];
        if ((milliOf(request) ?? 0) <= (milliOf(limit) ?? Infinity)) return [];
        return [{ at: `${at}/resources/limits/${resource}`, got: limit, expected: `${String(request)} or more` }];
      }),
    ),
};
