import type { Labels, Peer } from '../../contracts';
import type { Manifests } from '../manifests';
import type { PodGroup } from '../pod-groups';
import { podGroups } from '../pod-groups';
import { namespaceLabels } from './namespaces';

/** Pods at one end of a connection. Of foreign ones only the labels that they must carry are known. */
export interface PodEnd {
  readonly type: 'pods';
  readonly namespace: string;
  readonly namespaceLabels: Labels;
  readonly labels: Labels;
  readonly group: PodGroup | undefined;
}

/** Addresses at one end of a connection. */
export interface AddressEnd {
  readonly type: 'addresses';
  readonly cidr: string;
  readonly except: readonly string[];
}

export type End = PodEnd | AddressEnd;

/** What a declared peer stands for in the rendered objects. None for pods of ours that are not there. */
export function endsOf(peer: Peer, all: Manifests): readonly End[] {
  if (peer.type === 'addresses') {
    return peer.cidrs.map((cidr) => ({ type: 'addresses', cidr, except: peer.except }));
  }
  const labels = namespaceLabels(all, peer.namespace);
  const end = (group: PodGroup | undefined): PodEnd => ({
    type: 'pods',
    namespace: peer.namespace,
    namespaceLabels: labels,
    labels: group?.labels ?? peer.labels,
    group,
  });
  return peer.managed ? podGroups(all).ofPeer(peer).map(end) : [end(undefined)];
}
