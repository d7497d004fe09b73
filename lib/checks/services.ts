import type { Manifest } from '../contracts';
import type { Manifests } from './manifests';
import { appendTo } from './manifests';
import { podGroups } from './pod-groups';
import { specOf } from './specs';

/** The Services that lead to the pods of an object. */
export function servicesOf(manifest: Manifest, all: Manifests): readonly Manifest[] {
  return all.derive(servicesByMaker).get(manifest) ?? [];
}

function servicesByMaker(all: Manifests): ReadonlyMap<Manifest, readonly Manifest[]> {
  const index = new Map<Manifest, Manifest[]>();
  for (const service of all.ofKind('Service')) {
    const matchLabels = specOf('Service', service)?.selector ?? {};
    if (Object.keys(matchLabels).length === 0) continue;
    const groups = podGroups(all).selectedBy(service.object.metadata.namespace, { matchLabels });
    for (const maker of new Set(groups.map((group) => group.manifest))) appendTo(index, maker, service);
  }
  return index;
}
