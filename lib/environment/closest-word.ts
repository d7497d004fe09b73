import { editDistance } from '../core';

/**
 * The word that was probably meant: the one with the fewest letters to change,
 * if that is less than a third of it and no other is as near.
 */
export function closestWord(written: string, words: readonly string[]): string | undefined {
  const ranked = words
    .map((word) => ({ word, distance: editDistance(written.toLowerCase(), word.toLowerCase()) }))
    .filter(({ word, distance }) => distance <= Math.max(1, Math.floor(Math.max(word.length, written.length) / 3)))
    .sort((a, b) => a.distance - b.distance);
  const [best, second] = ranked;
  return best && best.distance !== second?.distance ? best.word : undefined;
}
