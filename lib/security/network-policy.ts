import { Lazy } from 'cdk8s';
import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import type { Connection, Peer, PodPeer, PodPort } from '../contracts';
import { nameLabels, Topology } from '../core';

/** The label by which a policy finds a namespace; the API server sets it on every one. */
const namespaceNameLabel = 'kubernetes.io/metadata.name';

/**
 * Who may talk to a workload, and whom it may talk to: one NetworkPolicy.
 *
 * Guarantees that both directions are isolated and that every rule is what was
 * declared between the two ends, on the pods' own ports.
 */
export class WorkloadNetworkPolicy extends Construct {
  constructor(scope: Construct, id: string, peer: PodPeer, name: string) {
    super(scope, id);
    const topology = Topology.of(this);
    const spec = (): k8s.NetworkPolicySpec => {
      const ingress = byFarEnd(topology.incomingOf(peer.id), ({ from }) => from).map(({ end, open }) => ({
        from: policyPeers(end),
        ports: ports(open),
      }));
      const egress = byFarEnd(topology.outgoingOf(peer.id), ({ to }) => to.server).map(({ end, open }) => ({
        to: policyPeers(end),
        ports: ports(open),
      }));
      return {
        podSelector: { matchLabels: { ...peer.labels } },
        policyTypes: ['Ingress', 'Egress'],
        // The API server does not keep empty lists, so writing them would look like a difference for ever.
        ...(ingress.length > 0 ? { ingress } : {}),
        ...(egress.length > 0 ? { egress } : {}),
      };
    };
    new k8s.KubeNetworkPolicy(this, 'Resource', {
      metadata: { name, labels: nameLabels(name) },
      spec: Lazy.any({ produce: spec }) as k8s.NetworkPolicySpec,
    });
  }
}

/** The ports that connections open, by their far end: two doors of a server may be behind one port. */
function byFarEnd(
  connections: readonly Connection[],
  farEnd: (connection: Connection) => Peer,
): readonly { readonly end: Peer; readonly open: readonly PodPort[] }[] {
  const ends = new Map<string, { end: Peer; open: PodPort[] }>();
  for (const connection of connections) {
    const end = farEnd(connection);
    const known = ends.get(end.id) ?? { end, open: [] };
    ends.set(end.id, known);
    for (const port of connection.to.ports) {
      const isOpen = known.open.some(({ number, protocol }) => number === port.number && protocol === port.protocol);
      if (!isOpen) known.open.push(port);
    }
  }
  return [...ends.values()];
}

function policyPeers(peer: Peer): k8s.NetworkPolicyPeer[] {
  return peer.type === 'pods'
    ? [
        {
          namespaceSelector: { matchLabels: { [namespaceNameLabel]: peer.namespace } },
          podSelector: { matchLabels: { ...peer.labels } },
        },
      ]
    : peer.cidrs.map((cidr) => ({
        ipBlock: { cidr, ...(peer.except.length > 0 ? { except: [...peer.except] } : {}) },
      }));
}

function ports(podPorts: readonly PodPort[]): k8s.NetworkPolicyPort[] {
  return podPorts.map(({ number, protocol }) => ({ protocol, port: k8s.IntOrString.fromNumber(number) }));
}
