import { podKinds, podTemplateOf } from '../pods';
import type { Rule } from '../rule';

const fields = ['hostNetwork', 'hostPID', 'hostIPC'] as const;

/** Pods share neither network, processes nor memory with their node. */
export const noHostNamespaces: Rule = {
  id: 'no-host-namespaces',
  why: 'On the node’s network no policy applies; among its processes a pod reads other programs’ memory.',
  aliases: [
    'PSS baseline hostNamespaces',
    'C-0038',
    'C-0041',
    'C-0275',
    'C-0276',
    'host-pid',
    'host-ipc',
    'host-network',
    'hostPIDSet',
    'hostIPCSet',
    'hostNetworkSet',
    'CKV_K8S_17',
    'CKV_K8S_18',
    'CKV_K8S_19',
    'KSV-0008',
    'KSV-0009',
    'KSV-0010',
  ],
  kinds: podKinds,
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    if (!pod) return [];
    return fields
      .filter((field) => pod.spec[field] === true)
      .map((field) => ({ at: `${pod.at}/${field}`, got: true, expected: 'false' }));
  },
};
