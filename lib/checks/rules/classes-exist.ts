import { referringKinds } from '../object-references';
import { danglingReferences } from '../references';
import type { Rule } from '../rule';

const kinds = new Set(['StorageClass', 'IngressClass', 'GatewayClass', 'RuntimeClass']);

/** Every storage, ingress, gateway and runtime class that is named is there. */
export const classesExist: Rule = {
  id: 'classes-exist',
  why: 'A claim or an ingress of an unknown class waits for ever, without an error.',
  exemptible: false,
  kinds: referringKinds,
  check: (manifest, all) => danglingReferences(manifest, all, kinds),
};
