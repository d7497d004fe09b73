import { referringKinds } from '../object-references';
import { danglingReferences } from '../references';
import type { Rule } from '../rule';

const kinds = new Set(['ServiceAccount']);

/** Every ServiceAccount that pods, bindings or secret stores name is there. */
export const serviceAccountsExist: Rule = {
  id: 'service-accounts-exist',
  why: 'The API server refuses to create pods whose account does not exist.',
  aliases: ['non-existent-service-account'],
  exemptible: false,
  kinds: referringKinds,
  check: (manifest, all) => danglingReferences(manifest, all, kinds),
};
