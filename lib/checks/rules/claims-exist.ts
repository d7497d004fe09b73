import type { Manifests } from '../manifests';
import { referringKinds } from '../object-references';
import { danglingReferences } from '../references';
import type { Rule } from '../rule';
import { specOf } from '../specs';

const kinds = new Set(['PersistentVolumeClaim']);

/** Every claim that pods mount is there, by itself or as a StatefulSet's. */
export const claimsExist: Rule = {
  id: 'claims-exist',
  why: 'A pod whose claim is missing cannot be scheduled.',
  exemptible: false,
  kinds: referringKinds,
  check: (manifest, all) =>
    danglingReferences(manifest, all, kinds).filter(
      ({ got }) => !isStatefulSetClaim(String(got), manifest.object.metadata.namespace, all),
    ),
};

/** StatefulSets name their claims `<template>-<set>-<ordinal>`. */
function isStatefulSetClaim(claim: string, namespace: string | undefined, all: Manifests): boolean {
  return all.ofKindIn('StatefulSet', namespace).some((manifest) =>
    (specOf('StatefulSet', manifest)?.volumeClaimTemplates ?? []).some(({ metadata }) => {
      const prefix = `${metadata?.name ?? ''}-${manifest.object.metadata.name}-`;
      return claim.startsWith(prefix) && /^\d+$/.test(claim.slice(prefix.length));
    }),
  );
}
