import type { LabelSelector } from 'cdk8s-plus-27/lib/imports/k8s';
import type { PodPort } from '../../contracts';
import type { GroupPort } from '../operator-pods';
import type { Rendered } from '../rendered';
import { selects } from '../selectors';
import type { End, PodEnd } from './ends';
import { blockContains } from './ip-blocks';
import type { Policy, PolicyPeer, PolicyPort, PolicyRule } from './policy';

/** True when the rule lets traffic pass between the pods of its policy and the far end, on a port of the destination. */
export function ruleAllows(
  rule: PolicyRule,
  policy: Policy,
  far: End,
  port: PodPort,
  destination: readonly GroupPort[],
): boolean {
  return (
    (rule.ports?.some((allowed) => portAdmits(allowed, port, destination)) ?? true) &&
    (rule.peers?.some((peer) => peerAdmits(peer, policy.namespace, far)) ?? true)
  );
}

/** True when a policy's peer stands for all of the far end. */
export function peerAdmits(peer: PolicyPeer, policyNamespace: string, far: End): boolean {
  const { ipBlock, namespaceSelector, podSelector } = peer;
  if (ipBlock) return far.type === 'addresses' && blockAdmits(ipBlock.cidr ?? '', ipBlock.except ?? [], far);
  if (far.type !== 'pods' || (!namespaceSelector && !podSelector)) return false;
  const inNamespace = namespaceSelector
    ? selects(namespaceSelector, far.namespaceLabels)
    : far.namespace === policyNamespace;
  return inNamespace && (!podSelector || selectsForCertain(podSelector, far));
}

/** True when a policy's port stands for the port; a name is one of the destination's. */
export function portAdmits(allowed: PolicyPort, port: PodPort, destination: readonly GroupPort[]): boolean {
  const { protocol = 'TCP', port: wanted, endPort } = allowed;
  if (protocol !== port.protocol) return false;
  if (wanted === undefined) return true;
  if (typeof wanted === 'number') return wanted <= port.number && port.number <= (endPort ?? wanted);
  return destination.some(
    ({ name, number, protocol: spoken }) => name === wanted && number === port.number && spoken === protocol,
  );
}

/** Nothing is known about the other labels of foreign pods, so what they lack proves nothing. */
function selectsForCertain(selector: Rendered<LabelSelector>, { labels, group }: PodEnd): boolean {
  const negative = (selector.matchExpressions ?? []).some(
    ({ operator, key = '' }) => (operator === 'NotIn' || operator === 'DoesNotExist') && !(key in labels),
  );
  return selects(selector, labels) && (group !== undefined || !negative);
}

function blockAdmits(cidr: string, except: readonly string[], far: Extract<End, { type: 'addresses' }>): boolean {
  const excluded = except.every((hole) => far.except.some((declared) => blockContains(declared, hole)));
  return blockContains(cidr, far.cidr) && excluded;
}
