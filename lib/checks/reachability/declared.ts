import type { Connection, Peer, PodPort } from '../../contracts';
import type { Manifests } from '../manifests';
import { appendTo } from '../manifests';
import type { PodGroup } from '../pod-groups';
import { podGroups } from '../pod-groups';
import type { Direction } from './policy';

/** A declared connection as one of its ends sees it. */
export interface DeclaredTraffic {
  readonly connection: Connection;
  readonly far: Peer;
  readonly ports: readonly PodPort[];
}

type Index = ReadonlyMap<PodGroup, readonly DeclaredTraffic[]>;

/** What was declared for these pods in one direction. */
export function declaredTraffic(group: PodGroup, direction: Direction, all: Manifests): readonly DeclaredTraffic[] {
  return all.derive(declaredByGroup)[direction].get(group) ?? [];
}

function declaredByGroup(all: Manifests): Readonly<Record<Direction, Index>> {
  const ingress = new Map<PodGroup, DeclaredTraffic[]>();
  const egress = new Map<PodGroup, DeclaredTraffic[]>();
  const groups = podGroups(all);
  for (const connection of all.intents.connections) {
    const { from, to } = connection;
    for (const group of groups.ofPeer(from)) appendTo(egress, group, { connection, far: to.server, ports: to.ports });
    for (const group of groups.ofPeer(to.server)) appendTo(ingress, group, { connection, far: from, ports: to.ports });
  }
  return { ingress, egress };
}
