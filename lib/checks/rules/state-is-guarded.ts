import type { Finding, Rule } from '../rule';
import { specOf } from '../specs';
import { syncOptionsOf } from '../sync-order';

const guarded = new Set(['Namespace', 'PersistentVolumeClaim', 'CustomResourceDefinition', 'Cluster']);

/** What holds data, or holds what holds data, is never deleted by a sync. */
export const stateIsGuarded: Rule = {
  id: 'state-is-guarded',
  why: 'A renamed file or a wrong revert would otherwise delete the database, and its backups’ only copy of today.',
  kinds: [...guarded, 'StatefulSet'],
  check: (manifest) => {
    const set = specOf('StatefulSet', manifest);
    const claims = (set?.volumeClaimTemplates ?? []).length > 0;
    if (!guarded.has(manifest.object.kind) && !claims) return [];
    const options = syncOptionsOf(manifest);
    const safe =
      options.includes('Prune=false') || (options.includes('Prune=confirm') && options.includes('Delete=confirm'));
    const { whenDeleted, whenScaled } = set?.persistentVolumeClaimRetentionPolicy ?? {};
    const retention: readonly Finding[] = [
      { at: '/spec/persistentVolumeClaimRetentionPolicy/whenDeleted', got: whenDeleted, expected: 'Retain' },
      { at: '/spec/persistentVolumeClaimRetentionPolicy/whenScaled', got: whenScaled, expected: 'Retain' },
    ];
    return [
      ...(safe
        ? []
        : [
            {
              at: '/metadata/annotations/argocd.argoproj.io~1sync-options',
              got: options.filter(Boolean).join(',') || undefined,
              expected: 'Prune=false, or Prune=confirm,Delete=confirm',
            },
          ]),
      ...(claims ? retention.filter(({ got }) => got !== 'Retain') : []),
    ];
  },
};
