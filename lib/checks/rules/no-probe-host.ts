import { containersOf, podKinds } from '../pods';
import { probesOf } from '../probes';
import type { Rule } from '../rule';

const handlers = ['httpGet', 'tcpSocket'] as const;

/** Probes and lifecycle hooks ask the pod itself, not another host. */
export const noProbeHost: Rule = {
  id: 'no-probe-host',
  why: 'The kubelet sends these requests from the node, past every network policy.',
  aliases: ['PSS baseline hostProbesAndHostLifecycle'],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest).flatMap((placed) => {
      const { postStart, preStop } = placed.container.lifecycle ?? {};
      const asked = [
        ...probesOf(placed).map(({ at, probe }) => ({ at, handler: probe })),
        { at: `${placed.at}/lifecycle/postStart`, handler: postStart ?? {} },
        { at: `${placed.at}/lifecycle/preStop`, handler: preStop ?? {} },
      ];
      return asked.flatMap(({ at, handler }) =>
        handlers
          .map((name) => ({ at: `${at}/${name}/host`, got: handler[name]?.host, expected: 'nothing' }))
          .filter(({ got }) => got !== undefined && got !== ''),
      );
    }),
};
