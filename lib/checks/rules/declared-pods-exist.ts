import type { PodPeer } from '../../contracts';
import type { Manifests } from '../manifests';
import { appendTo } from '../manifests';
import { podGroups } from '../pod-groups';
import type { Rule } from '../rule';
import { describeSelector } from '../selectors';

/** Every workload that a connection names is rendered. */
export const declaredPodsExist: Rule = {
  id: 'declared-pods-exist',
  why: 'A connection of pods that do not exist is one that its other end waits for.',
  exemptible: false,
  kinds: ['Namespace'],
  check: (manifest, all) => {
    return (all.derive(managedPeers).get(manifest.object.metadata.name) ?? [])
      .filter((peer) => podGroups(all).ofPeer(peer).length === 0)
      .map(({ id, labels }) => ({
        at: '/metadata/name',
        got: `no pods of '${id}'`,
        expected: `a workload in the namespace whose pods are labeled ${describeSelector({ matchLabels: labels })}`,
      }));
  },
};

function managedPeers(all: Manifests): ReadonlyMap<string, readonly PodPeer[]> {
  const peers = all.intents.connections.flatMap(({ from, to }) => [from, to.server]);
  const index = new Map<string, PodPeer[]>();
  for (const peer of new Map(peers.map((candidate) => [candidate.id, candidate])).values()) {
    if (peer.type === 'pods' && peer.managed) appendTo(index, peer.namespace, peer);
  }
  return index;
}
