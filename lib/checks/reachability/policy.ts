import type {
  LabelSelector,
  NetworkPolicyPeer,
  NetworkPolicyPort,
  NetworkPolicySpec,
} from 'cdk8s-plus-27/lib/imports/k8s';
import type { Manifest } from '../../contracts';
import type { Rendered } from '../rendered';
import { specOf } from '../specs';

export type Direction = 'ingress' | 'egress';

export type PolicyPeer = Rendered<NetworkPolicyPeer>;
export type PolicyPort = Rendered<NetworkPolicyPort>;

/** One allowance of a policy: from (or to) any of the peers, on any of the ports. */
export interface PolicyRule {
  /** JSON pointer to the rule. */
  readonly at: string;
  /** JSON pointer to its peers. */
  readonly peersAt: string;
  /** Undefined means everybody. */
  readonly peers: readonly PolicyPeer[] | undefined;
  /** Undefined means every port. */
  readonly ports: readonly PolicyPort[] | undefined;
}

/** A NetworkPolicy, with what Kubernetes fills in. */
export interface Policy {
  readonly manifest: Manifest;
  readonly namespace: string;
  readonly selector: Rendered<LabelSelector>;
  /** The directions in which the selected pods are isolated: only what some rule allows passes. */
  readonly isolates: readonly Direction[];
  readonly ingress: readonly PolicyRule[];
  readonly egress: readonly PolicyRule[];
}

const known = new WeakMap<Manifest, Policy>();

/** Reads a NetworkPolicy; undefined for any other object. */
export function policyOf(manifest: Manifest): Policy | undefined {
  const spec = specOf('NetworkPolicy', manifest);
  if (!spec) return undefined;
  const remembered = known.get(manifest);
  if (remembered) return remembered;
  const policy = readPolicy(manifest, spec);
  known.set(manifest, policy);
  return policy;
}

function readPolicy(manifest: Manifest, spec: Rendered<NetworkPolicySpec>): Policy {
  const { policyTypes, podSelector = {}, ingress = [], egress } = spec;
  // Without policyTypes a policy isolates ingress, and egress only when it says something about it.
  const types = policyTypes ?? (egress === undefined ? ['Ingress'] : ['Ingress', 'Egress']);
  const directions: readonly [Direction, string][] = [
    ['ingress', 'Ingress'],
    ['egress', 'Egress'],
  ];
  return {
    manifest,
    namespace: manifest.object.metadata.namespace ?? '',
    selector: podSelector,
    isolates: directions.filter(([, type]) => types.includes(type)).map(([direction]) => direction),
    ingress: ingress.map(({ from, ports }, index) => ruleOf(`/spec/ingress/${index}`, 'from', from, ports)),
    egress: (egress ?? []).map(({ to, ports }, index) => ruleOf(`/spec/egress/${index}`, 'to', to, ports)),
  };
}

/** An empty list means the same as none: everybody, every port. */
function ruleOf(
  at: string,
  field: 'from' | 'to',
  peers: readonly PolicyPeer[] | undefined,
  ports: readonly PolicyPort[] | undefined,
): PolicyRule {
  return {
    at,
    peersAt: `${at}/${field}`,
    peers: peers?.length === 0 ? undefined : peers,
    ports: ports?.length === 0 ? undefined : ports,
  };
}
