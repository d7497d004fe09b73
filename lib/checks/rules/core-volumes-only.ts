import { podKinds, podTemplateOf } from '../pods';
import type { Rule } from '../rule';

/** What the "restricted" Pod Security Standard allows; `no-host-paths` speaks of the nodes' own directories. */
const allowed = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'hostPath',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);

/** Pods mount storage only through claims and drivers, not by themselves. */
export const coreVolumesOnly: Rule = {
  id: 'core-volumes-only',
  why: 'Volumes such as nfs or iscsi make the node connect to any address that a pod names.',
  aliases: ['PSS restricted restrictedVolumes', 'KSV-0028'],
  kinds: podKinds,
  check: (manifest) => {
    const pod = podTemplateOf(manifest);
    return (pod?.spec.volumes ?? []).flatMap((volume, index) =>
      Object.keys(volume)
        .filter((source) => source !== 'name' && !allowed.has(source))
        .map((source) => ({
          at: `${pod?.at ?? ''}/volumes/${index}/${source}`,
          got: source,
          expected: 'a claim, an emptyDir, or content of the cluster (ConfigMap, Secret, projected, downwardAPI)',
        })),
    );
  },
};
