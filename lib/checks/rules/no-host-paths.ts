import { podKinds, podTemplateOf } from '../pods';
import type { Rule } from '../rule';

/** No pod mounts a directory of its node. */
export const noHostPaths: Rule = {
  id: 'no-host-paths',
  why: 'A directory of the node holds other pods’ files, or the runtime’s socket, which is root on the node.',
  aliases: [
    'PSS baseline hostPathVolumes',
    'C-0045',
    'C-0048',
    'C-0074',
    'C-0203',
    'sensitive-host-mounts',
    'writable-host-mount',
    'docker-sock',
    'hostPathSet',
    'CKV_K8S_27',
    'KSV-0006',
    'KSV-0023',
    'KSV-0121',
  ],
  kinds: podKinds,
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    return (pod?.spec.volumes ?? []).flatMap(({ hostPath }, index) =>
      hostPath
        ? [{ at: `${pod?.at ?? ''}/volumes/${index}/hostPath`, got: hostPath.path, expected: 'another kind of volume' }]
        : [],
    );
  },
};
