import type { Manifests } from '../manifests';
import type { PodGroup } from '../pod-groups';
import { podGroups } from '../pod-groups';
import { describeSelector } from '../selectors';
import { namespaceNameLabel } from './namespaces';
import { policies } from './policies';
import type { Direction, Policy, PolicyPeer, PolicyPort, PolicyRule } from './policy';

/** The smallest thing that a policy says: one peer on one port, in one direction. */
export interface Allowance {
  readonly policy: Policy;
  readonly direction: Direction;
  /** JSON pointer to the port, or to what stands in for it. */
  readonly at: string;
  /** Undefined means everybody. */
  readonly peer: PolicyPeer | undefined;
  /** Undefined means every port. */
  readonly port: PolicyPort | undefined;
}

const known = new WeakMap<Policy, readonly Allowance[]>();

/** Everything that a policy allows, piece by piece. */
export function allowancesOf(policy: Policy): readonly Allowance[] {
  const remembered = known.get(policy);
  if (remembered) return remembered;
  const allowances = (['ingress', 'egress'] as const).flatMap((direction) =>
    policy[direction].flatMap((rule) => piecesOf(policy, direction, rule)),
  );
  known.set(policy, allowances);
  return allowances;
}

/** The same for allowances that allow the same, whatever policy they stand in. */
export function allowanceKey({ policy, direction, peer, port }: Allowance): string {
  const { protocol = 'TCP', port: number = '', endPort = '' } = port ?? {};
  return `${direction} ${protocol} ${number} ${endPort} ${peer ? peerKey(peer, policy.namespace) : ''}`;
}

function peerKey({ ipBlock, namespaceSelector, podSelector }: PolicyPeer, namespace: string): string {
  if (ipBlock) return `${ipBlock.cidr ?? ''} ${(ipBlock.except ?? []).join()}`;
  const own = namespaceSelector ? describeSelector(namespaceSelector) : `${namespaceNameLabel}=${namespace}`;
  return `${own} / ${describeSelector(podSelector ?? {})}`;
}

/** Where each allowance for some pods stands first. Pass to `derive`. */
export function firstAllowances(all: Manifests): ReadonlyMap<PodGroup, ReadonlyMap<string, Allowance>> {
  const index = new Map<PodGroup, Map<string, Allowance>>();
  for (const policy of policies(all)) {
    const allowances = allowancesOf(policy);
    if (allowances.length === 0) continue;
    for (const group of podGroups(all).selectedBy(policy.namespace, policy.selector)) {
      const first = index.get(group) ?? new Map<string, Allowance>();
      index.set(group, first);
      for (const allowance of allowances) {
        const key = allowanceKey(allowance);
        if (!first.has(key)) first.set(key, allowance);
      }
    }
  }
  return index;
}

function piecesOf(
  policy: Policy,
  direction: Direction,
  { at, peersAt, peers, ports }: PolicyRule,
): readonly Allowance[] {
  return (peers ?? [undefined]).flatMap((peer, peerIndex) =>
    (ports ?? [undefined]).map((port, portIndex) => ({
      policy,
      direction,
      at: peer === undefined ? at : port === undefined ? `${peersAt}/${peerIndex}` : `${at}/ports/${portIndex}`,
      peer,
      port,
    })),
  );
}

/** An allowance in a reader's words. */
export function describeAllowance({ peer, port }: Allowance): string {
  return `${describePeer(peer)} on ${describePort(port)}`;
}

function describePeer(peer: PolicyPeer | undefined): string {
  if (!peer) return 'everybody';
  if (peer.ipBlock) return peer.ipBlock.cidr ?? '';
  const { podSelector, namespaceSelector } = peer;
  const pods = podSelector ? describeSelector(podSelector) : 'every pod';
  return namespaceSelector ? `${pods} of namespaces ${describeSelector(namespaceSelector)}` : pods;
}

function describePort(port: PolicyPort | undefined): string {
  if (!port) return 'every port';
  const range = port.endPort === undefined ? '' : `–${port.endPort}`;
  return `${port.protocol ?? 'TCP'} ${port.port ?? 'every port'}${range}`;
}
