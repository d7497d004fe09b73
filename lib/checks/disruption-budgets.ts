import type { Manifest } from '../contracts';
import type { Manifests } from './manifests';
import { appendTo } from './manifests';
import { podGroups } from './pod-groups';
import { specOf } from './specs';

/** The objects whose pods a PodDisruptionBudget protects; none for any other object. */
export function protectedBy(manifest: Manifest, all: Manifests): readonly Manifest[] {
  const spec = specOf('PodDisruptionBudget', manifest);
  if (!spec) return [];
  const groups = podGroups(all).selectedBy(manifest.object.metadata.namespace, spec.selector);
  return [...new Set(groups.map((group) => group.manifest))];
}

/** The budgets that protect the pods of an object. */
export function budgetsOf(manifest: Manifest, all: Manifests): readonly Manifest[] {
  return all.derive(budgetsByMaker).get(manifest) ?? [];
}

function budgetsByMaker(all: Manifests): ReadonlyMap<Manifest, readonly Manifest[]> {
  const index = new Map<Manifest, Manifest[]>();
  for (const budget of all.ofKind('PodDisruptionBudget')) {
    for (const maker of protectedBy(budget, all)) appendTo(index, maker, budget);
  }
  return index;
}
