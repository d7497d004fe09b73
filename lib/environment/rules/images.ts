import type { ImageEntry } from '../../core';
import type { Mistake } from '../problem';
import { wordsFor } from '../value-words';

/** A tag means one content: two digests for it mean that one of them was forgotten. */
export function oneDigestPerTag(images: Readonly<Record<string, ImageEntry>>): readonly Mistake[] {
  const first = new Map<string, { readonly name: string; readonly digest: string }>();
  return Object.entries(images).flatMap(([name, { repository, tag, digest }]): readonly Mistake[] => {
    const reference = `${repository}:${tag}`;
    const other = first.get(reference);
    if (!other) {
      first.set(reference, { name, digest });
      return [];
    }
    if (other.digest === digest) return [];
    return [
      {
        path: ['images', name, 'digest'],
        found: wordsFor(digest),
        expected: `${other.digest}, as in '${other.name}', which has the same repository and tag`,
        fix: 'pin both to the digest that the tag has today',
      },
    ];
  });
}
