import { containersOf, podKinds } from '../pods';
import { probesOf } from '../probes';
import type { Rule } from '../rule';

const handlers = ['httpGet', 'tcpSocket', 'grpc'] as const;

/** Probes ask a port on which the container listens. */
export const probePortsExist: Rule = {
  id: 'probe-ports-exist',
  why: 'A probe of a port on which nobody listens fails for ever, and the container is restarted for ever.',
  aliases: ['liveness-port', 'readiness-port', 'startup-port'],
  exemptible: false,
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest).flatMap((placed) => {
      const ports = placed.container.ports ?? [];
      const known = ports.map(({ name, containerPort = 0 }) => `${name ?? ''} (${containerPort})`).join(', ');
      return probesOf(placed).flatMap(({ at, probe }) =>
        handlers
          .map((handler) => ({ handler, port: probe[handler]?.port }))
          .filter(({ handler, port }) => {
            if (probe[handler] === undefined) return false;
            return !ports.some(
              ({ name, containerPort }) => port !== undefined && (port === containerPort || port === name),
            );
          })
          .map(({ handler, port }) => ({
            at: `${at}/${handler}/port`,
            got: port,
            expected: `a port of the container: ${known || 'it has none'}`,
          })),
      );
    }),
};
