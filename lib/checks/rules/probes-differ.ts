import type { Probe } from 'cdk8s-plus-27/lib/imports/k8s';
import { podKinds, servingContainersOf } from '../pods';
import type { Rendered } from '../rendered';
import type { Rule } from '../rule';

/** What restarts a container is not what only keeps requests away from it. */
export const probesDiffer: Rule = {
  id: 'probes-differ',
  why: 'A database that is slow for a minute should pause its clients, not restart all of them at once.',
  aliases: ['pod-probes-identical'],
  kinds: podKinds,
  check: (manifest) =>
    servingContainersOf(manifest).flatMap(({ at, container: { livenessProbe, readinessProbe } }) => {
      const question = questionOf(livenessProbe);
      if (question === undefined || question !== questionOf(readinessProbe)) return [];
      return [{ at: `${at}/livenessProbe`, got: question, expected: 'another path, port or command than readiness' }];
    }),
};

function questionOf(probe: Rendered<Probe> | undefined): string | undefined {
  const { httpGet, tcpSocket, grpc, exec } = probe ?? {};
  if (httpGet) return `GET ${String(httpGet.port)} ${httpGet.path ?? '/'}`;
  if (tcpSocket) return `TCP ${String(tcpSocket.port)}`;
  if (grpc) return `gRPC ${String(grpc.port)} ${grpc.service ?? ''}`;
  return exec?.command?.join(' ');
}
