import type { IConstruct } from 'constructs';
import type { Connection, Endpoint, PodPeer } from '../contracts';
import { DescriptionError } from './errors';
import type { PodShape } from './footprint';
import { PerApplication } from './per-application';

/** A workload of ours, as the topology knows it. */
export interface TopologyNode {
  readonly peer: PodPeer;
  readonly construct: IConstruct;
  /** What its pods take at most; asked for when everything is described. */
  readonly shape: () => PodShape;
}

const topologies = new PerApplication<Topology>('topology');

/**
 * Who exists in one environment and who talks to whom. Network policies, sync
 * waves, quotas and pictures are all read from here, and nothing else is.
 */
export class Topology {
  private readonly nodesById = new Map<string, TopologyNode>();
  private readonly connectionList: Connection[] = [];
  private readonly outgoing = new Map<string, Connection[]>();
  private readonly incoming = new Map<string, Connection[]>();

  private constructor(public readonly dns: Endpoint) {}

  /** Starts the topology of an application; `dns` is where every client may resolve names. */
  public static create(root: IConstruct, dns: Endpoint): Topology {
    const topology = new Topology(dns);
    topologies.set(root, topology);
    return topology;
  }

  /** The topology of the application that a construct belongs to. */
  public static of(construct: IConstruct): Topology {
    return topologies.get(construct);
  }

  public get nodes(): readonly TopologyNode[] {
    return [...this.nodesById.values()];
  }

  public get connections(): readonly Connection[] {
    return [...this.connectionList];
  }

  /** @throws when another workload of the namespace has the name */
  public add(node: TopologyNode): void {
    const other = this.nodesById.get(node.peer.id);
    if (other) {
      throw new DescriptionError(
        `${node.construct.node.path}: the workload '${node.peer.id}' exists already (${other.construct.node.path}); give one of them another id`,
      );
    }
    this.nodesById.set(node.peer.id, node);
  }

  /** Declares a connection, and the name look-up that it needs. */
  public connect(connection: Connection): void {
    const from = connection.from.id;
    if (this.isConnected(from, connection.to)) {
      throw new DescriptionError(
        `${from} is connected to ${doorId(connection.to)} twice; keep one of the two connect(…) calls`,
      );
    }
    if (connection.from.type === 'pods' && connection.from.managed && !this.outgoing.has(from)) {
      this.record({ from: connection.from, to: this.dns, startup: false });
    }
    this.record(connection);
  }

  /** True when the peer has declared that it talks to this door. */
  public isConnected(peerId: string, door: Endpoint): boolean {
    return this.outgoingOf(peerId).some(({ to }) => doorId(to) === doorId(door));
  }

  public outgoingOf(peerId: string): readonly Connection[] {
    return this.outgoing.get(peerId) ?? [];
  }

  public incomingOf(peerId: string): readonly Connection[] {
    return this.incoming.get(peerId) ?? [];
  }

  public node(peerId: string): TopologyNode | undefined {
    return this.nodesById.get(peerId);
  }

  private record(connection: Connection): void {
    this.connectionList.push(connection);
    append(this.outgoing, connection.from.id, connection);
    append(this.incoming, connection.to.server.id, connection);
  }
}

/** A door's name in messages: `shop-data/postgres:app`. */
export function doorId({ server, name }: Endpoint): string {
  return `${server.id}:${name}`;
}

function append<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
