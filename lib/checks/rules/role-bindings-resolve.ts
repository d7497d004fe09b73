import { referringKinds } from '../object-references';
import { danglingReferences } from '../references';
import type { Rule } from '../rule';

const kinds = new Set(['Role', 'ClusterRole']);

/** Every binding binds a role that is there. */
export const roleBindingsResolve: Rule = {
  id: 'role-bindings-resolve',
  why: 'A binding to a missing role grants nothing today, and whatever somebody creates under that name tomorrow.',
  exemptible: false,
  kinds: referringKinds,
  check: (manifest, all) => danglingReferences(manifest, all, kinds),
};
