import type { Manifests } from '../manifests';
import { missingKeys } from '../missing-keys';
import { referringKinds } from '../object-references';
import type { Reference } from '../reference';
import { danglingReferences } from '../references';
import type { Rule } from '../rule';

const kinds = new Set(['ConfigMap']);

/** Every ConfigMap that pods read is there, with the keys that they read. */
export const configMapsExist: Rule = {
  id: 'config-maps-exist',
  why: 'A pod whose ConfigMap or key is missing waits in ContainerCreating for ever.',
  exemptible: false,
  kinds: referringKinds,
  check: (manifest, all) => [
    ...danglingReferences(manifest, all, kinds),
    ...missingKeys(manifest, all, 'ConfigMap', configMapKeys),
  ],
};

function configMapKeys({ namespace, name }: Reference, all: Manifests): ReadonlySet<string> | undefined {
  const object = all.find('ConfigMap', namespace, name)?.object;
  return object && new Set([...Object.keys(object.data ?? {}), ...Object.keys(object.binaryData ?? {})]);
}
