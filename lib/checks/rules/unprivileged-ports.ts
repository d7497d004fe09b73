import { containersOf, podKinds } from '../pods';
import type { Rule } from '../rule';

const lowest = 1024;

/** Containers listen where no capability is needed. */
export const unprivilegedPorts: Rule = {
  id: 'unprivileged-ports',
  why: 'Without root or a capability a program cannot listen below 1024, so the container does not start.',
  aliases: ['privileged-ports', 'ssh-port', 'KSV-0117'],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest).flatMap(({ at, container }) =>
      (container.ports ?? [])
        .map(({ containerPort = 0 }, index) => ({
          at: `${at}/ports/${index}/containerPort`,
          got: containerPort,
          expected: `${lowest} or more; a Service can still offer any port`,
        }))
        .filter(({ got }) => got < lowest),
    ),
};
