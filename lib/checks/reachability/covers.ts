import type { AddressPeer, Peer, PodPeer, PodPort } from '../../contracts';
import type { PodGroup } from '../pod-groups';
import { blockContains, blocksOverlap } from './ip-blocks';
import { namespaceNameLabel } from './namespaces';
import type { PolicyPeer, PolicyPort } from './policy';

/**
 * True when everything that a policy's peer stands for was declared: the other
 * way round than `peerAdmits`, so that a wider peer is caught.
 */
export function declarationCovers(declared: Peer, peer: PolicyPeer, policyNamespace: string): boolean {
  return declared.type === 'addresses'
    ? coversBlock(declared, peer)
    : !peer.ipBlock && coversNamespace(declared, peer, policyNamespace) && coversPods(declared, peer);
}

/** True when the ports of the policy are ports of the declaration, none left out and none beyond. */
export function declarationCoversPort(
  declared: readonly PodPort[],
  { protocol = 'TCP', port, endPort }: PolicyPort,
  destinations: readonly PodGroup[],
): boolean {
  if (typeof port === 'string') {
    const named = destinations
      .flatMap(({ ports }) => ports)
      .filter((candidate) => candidate.name === port && candidate.protocol === protocol);
    return named.length > 0 && named.every(({ number }) => isDeclared(declared, number, protocol));
  }
  if (port === undefined) return false;
  for (let number = port; number <= (endPort ?? port); number++) {
    if (!isDeclared(declared, number, protocol)) return false;
  }
  return true;
}

function isDeclared(declared: readonly PodPort[], number: number, protocol: string): boolean {
  return declared.some((port) => port.number === number && port.protocol === protocol);
}

function coversBlock(declared: AddressPeer, { ipBlock }: PolicyPeer): boolean {
  const { cidr = '', except = [] } = ipBlock ?? {};
  const holes = declared.except.filter((hole) => blocksOverlap(hole, cidr));
  return (
    declared.cidrs.some((block) => blockContains(block, cidr)) &&
    holes.every((hole) => except.some((excluded) => blockContains(excluded, hole)))
  );
}

function coversNamespace({ namespace }: PodPeer, { namespaceSelector }: PolicyPeer, policyNamespace: string): boolean {
  if (!namespaceSelector) return namespace === policyNamespace;
  const byExpression = (namespaceSelector.matchExpressions ?? []).some(
    ({ key, operator, values = [] }) =>
      key === namespaceNameLabel && operator === 'In' && values.every((value) => value === namespace),
  );
  return byExpression || namespaceSelector.matchLabels?.[namespaceNameLabel] === namespace;
}

function coversPods({ labels }: PodPeer, { podSelector }: PolicyPeer): boolean {
  const demanded = podSelector?.matchLabels ?? {};
  return Object.entries(labels).every(([key, value]) => demanded[key] === value);
}
