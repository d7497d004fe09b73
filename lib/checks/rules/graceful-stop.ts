import type { Container } from 'cdk8s-plus-27/lib/imports/k8s';
import { podKinds, podTemplateOf, runsToCompletion, servingContainersOf } from '../pods';
import type { Rendered } from '../rendered';
import type { Finding, Rule } from '../rule';
import { servicesOf } from '../services';
import { specOf } from '../specs';

/** What a program gets, at least, to end its work once it was asked to. */
const leastSecondsToEnd = 5;

/** Pods that serve say how long they take to stop, and wait until nobody is sent to them any more. */
export const gracefulStop: Rule = {
  id: 'graceful-stop',
  why: 'For a few seconds after a pod was told to stop, others still connect to it: without waiting, each roll-out loses requests.',
  kinds: podKinds,
  check: (manifest, all) => {
    const pod = podTemplateOf(manifest);
    if (!pod || runsToCompletion(manifest)) return [];
    const grace = pod.spec.terminationGracePeriodSeconds;
    const containers = servingContainersOf(manifest);
    const waits = Math.max(0, ...containers.map(({ container }) => sleepSecondsOf(container) ?? 0));
    const found: Finding[] = [];
    if (grace === undefined || grace < waits + leastSecondsToEnd) {
      const expected = `${waits + leastSecondsToEnd} or more: ${waits} of waiting, and the time to end`;
      found.push({ at: `${pod.at}/terminationGracePeriodSeconds`, got: grace, expected });
    }
    const behindService = specOf('Deployment', manifest) !== undefined && servicesOf(manifest, all).length > 0;
    if (behindService && containers.every(({ container }) => container.lifecycle?.preStop === undefined)) {
      found.push({
        at: `${containers[0]?.at ?? pod.at}/lifecycle/preStop`,
        got: undefined,
        expected: 'a hook that waits',
      });
    }
    return found;
  },
};

/** The seconds of a hook that only sleeps: `sleep 10`, alone or in a shell. */
function sleepSecondsOf({ lifecycle }: Rendered<Container>): number | undefined {
  const [, seconds] = /(?:^|\s)sleep (\d+)$/.exec(lifecycle?.preStop?.exec?.command?.join(' ') ?? '') ?? [];
  return seconds === undefined ? undefined : Number(seconds);
}
