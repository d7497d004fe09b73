import { containersOf, podKinds } from '../pods';
import type { Rule } from '../rule';

/** No container listens on its node’s address. */
export const noHostPorts: Rule = {
  id: 'no-host-ports',
  why: 'A port of the node is open to everybody who reaches the node, whatever the policies say.',
  aliases: ['PSS baseline hostPorts', 'C-0044', 'C-0204', 'hostPortSet', 'CKV_K8S_26', 'KSV-0024'],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest).flatMap(({ at, container }) =>
      (container.ports ?? [])
        .map(({ hostPort }, index) => ({ at: `${at}/ports/${index}/hostPort`, got: hostPort, expected: 'nothing' }))
        .filter(({ got }) => got !== undefined && got !== 0),
    ),
};
