import { syncWaveAnnotation } from '../../core';
import type { Rule } from '../rule';
import { syncWaveAt } from '../sync-order';

/** Every object says in which wave it is synced, and says it in a number. */
export const wavesAreIntegers: Rule = {
  id: 'waves-are-integers',
  why: 'Argo CD takes a wave that is no integer for 0, without a word.',
  exemptible: false,
  check: ({ object }) => {
    const got = object.metadata.annotations?.[syncWaveAnnotation];
    return /^-?\d+$/.test(got ?? '') ? [] : [{ at: syncWaveAt, got, expected: 'an integer' }];
  },
};
