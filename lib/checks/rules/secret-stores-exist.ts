import { referringKinds } from '../object-references';
import { danglingReferences } from '../references';
import type { Rule } from '../rule';

const kinds = new Set(['SecretStore', 'ClusterSecretStore']);

/** Every secret store that an ExternalSecret names is there. */
export const secretStoresExist: Rule = {
  id: 'secret-stores-exist',
  why: 'Without its store an ExternalSecret makes no Secret, and the pods that mount it never start.',
  exemptible: false,
  kinds: referringKinds,
  check: (manifest, all) => danglingReferences(manifest, all, kinds),
};
