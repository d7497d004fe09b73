import { containersOf, podKinds } from '../pods';
import { probesOf } from '../probes';
import type { Rule } from '../rule';

/** What Kubernetes takes when a probe does not say. */
const defaultTimeoutSeconds = 1;
const defaultPeriodSeconds = 10;

/** A probe ends before the next one begins. */
export const probesAnswerInTime: Rule = {
  id: 'probes-answer-in-time',
  why: 'The kubelet asks one question at a time: a time-out longer than the period makes the period a lie.',
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest).flatMap((placed) =>
      probesOf(placed).flatMap(({ at, probe }) => {
        const { timeoutSeconds = defaultTimeoutSeconds, periodSeconds = defaultPeriodSeconds } = probe;
        if (timeoutSeconds <= periodSeconds) return [];
        return [
          {
            at: `${at}/timeoutSeconds`,
            got: timeoutSeconds,
            expected: `${periodSeconds} or less, which is its period`,
          },
        ];
      }),
    ),
};
