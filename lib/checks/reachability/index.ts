import type { PodPort } from '../../contracts';
import type { Manifests } from '../manifests';
import type { PodGroup } from '../pod-groups';
import { ruleAllows } from './allows';
import type { End } from './ends';
import { policiesIsolating } from './policies';
import type { Direction } from './policy';

export * from './allowances';
export * from './covers';
export * from './declared';
export * from './ends';
export { isEverywhere } from './ip-blocks';
export * from './namespaces';
export * from './policies';
export * from './policy';

/**
 * True when the policies let traffic pass between pods and a far end, in one
 * direction. A connection passes when the egress of its source and the ingress
 * of its destination both do.
 */
export function passes(group: PodGroup, direction: Direction, far: End, port: PodPort, all: Manifests): boolean {
  const isolating = policiesIsolating(group, direction, all);
  if (isolating.length === 0) return true;
  const destination = direction === 'ingress' ? group.ports : far.type === 'pods' ? (far.group?.ports ?? []) : [];
  return isolating.some((policy) => policy[direction].some((rule) => ruleAllows(rule, policy, far, port, destination)));
}
