import { referringKinds } from '../object-references';
import { danglingReferences } from '../references';
import type { Rule } from '../rule';

const kinds = new Set(['PriorityClass']);

/** Every PriorityClass that pods name is there. */
export const priorityClassesExist: Rule = {
  id: 'priority-classes-exist',
  why: 'The API server refuses pods of an unknown priority class, so nothing starts.',
  exemptible: false,
  kinds: referringKinds,
  check: (manifest, all) => danglingReferences(manifest, all, kinds),
};
