import { pointer } from '../json-pointer';
import type { Rule } from '../rule';
import { hooksOf, syncOptionsOf } from '../sync-order';

const deletePolicyAnnotation = 'argocd.argoproj.io/hook-delete-policy';

/** A Job is a hook of the sync, which deletes the last one before it makes the next. */
export const jobsAreReplaceable: Rule = {
  id: 'jobs-are-replaceable',
  why: 'A Job cannot be changed: the first new image makes every further sync fail.',
  kinds: ['Job'],
  check: (manifest) => {
    const { metadata } = manifest.object;
    const options = syncOptionsOf(manifest);
    if (options.includes('Force=true') && options.includes('Replace=true')) return [];
    const deletes = metadata.annotations?.[deletePolicyAnnotation];
    if (hooksOf(manifest).length > 0 && deletes !== undefined && deletes !== '') return [];
    const missing = hooksOf(manifest).length > 0 ? deletePolicyAnnotation : 'argocd.argoproj.io/hook';
    const expected = 'a hook with a delete policy, or the sync options Force=true,Replace=true';
    return [{ at: pointer('metadata', 'annotations', missing), got: undefined, expected }];
  },
};
