import { podKinds, podTemplateOf } from '../pods';
import type { Rule } from '../rule';

/** Kernel settings of a pod’s own namespaces that cannot disturb others, as of Kubernetes 1.27. */
const safe = new Set([
  'kernel.shm_rmid_forced',
  'net.ipv4.ip_local_port_range',
  'net.ipv4.ip_local_reserved_ports',
  'net.ipv4.ip_unprivileged_port_start',
  'net.ipv4.ping_group_range',
  'net.ipv4.tcp_syncookies',
]);

/** Pods change no kernel setting that reaches beyond them. */
export const safeSysctls: Rule = {
  id: 'safe-sysctls',
  why: 'An unsafe kernel setting slows or exposes every pod of the node.',
  aliases: ['PSS baseline sysctls', 'unsafe-sysctls', 'KSV-0026'],
  kinds: podKinds,
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    return (pod?.spec.securityContext?.sysctls ?? []).flatMap(({ name = '' }, index) =>
      safe.has(name)
        ? []
        : [{ at: `${pod?.at ?? ''}/securityContext/sysctls/${index}/name`, got: name, expected: [...safe].join(', ') }],
    );
  },
};
