import { referringKinds } from '../object-references';
import { danglingReferences } from '../references';
import type { Rule } from '../rule';

const kinds = new Set(['Issuer', 'ClusterIssuer']);

/** Every issuer that a Certificate names is there. */
export const issuersExist: Rule = {
  id: 'issuers-exist',
  why: 'A certificate without its issuer stays pending, and what serves TLS never starts.',
  exemptible: false,
  kinds: referringKinds,
  check: (manifest, all) => danglingReferences(manifest, all, kinds),
};
