import { editDistance } from '../../core';

const shown = 3;

/** The names that are most like a misspelt one, as the end of a message; empty when there is none to choose from. */
export function nearestNames(misspelt: string, names: readonly string[]): string {
  const nearest = names
    .map((name) => ({ name, distance: editDistance(misspelt.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, shown)
    .map(({ name }) => name);
  return nearest.length === 0 ? '' : `; the nearest are ${nearest.join(', ')}`;
}
