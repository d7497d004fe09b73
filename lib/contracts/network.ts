import type { ISecret } from './secret';

/** Labels, or a selector that demands them. */
export type Labels = Readonly<Record<string, string>>;

/** The transport protocols that Kubernetes network policies know and we use. */
export type Protocol = 'TCP' | 'UDP';

/**
 * A port on a pod. Network policies see this number, not the Service's, because
 * they judge a packet after the Service's address has been translated.
 */
export interface PodPort {
  readonly name: string;
  readonly number: number;
  readonly protocol: Protocol;
}

/** Pods in this cluster: ours (`managed`), or another team's, such as DNS or an ingress controller. */
export interface PodPeer {
  readonly type: 'pods';
  /** Unique in an environment: `<namespace>/<name>`. */
  readonly id: string;
  readonly namespace: string;
  /** Empty means every pod of the namespace. */
  readonly labels: Labels;
  /** True when the pods are made here, so both ends of a connection get a policy. */
  readonly managed: boolean;
}

/** Addresses that no label can select: the API server, hosts outside the cluster, the Internet. */
export interface AddressPeer {
  readonly type: 'addresses';
  readonly id: string;
  readonly cidrs: readonly string[];
  /** Parts of the blocks that stay forbidden. */
  readonly except: readonly string[];
}

/** One end of a connection. */
export type Peer = PodPeer | AddressPeer;

/** What a client is told about a server, before it has been given names of its own. */
export interface Wiring {
  /** How the variables start unless the client says otherwise: `DATABASE` gives `DATABASE_HOST`. */
  readonly prefix: string;
  /** Plain facts: `HOST`, `PORT`, `NAME` … */
  readonly values: Readonly<Record<string, string>>;
  /** Secrets by fact: `PASSWORD` … Mounted as files; a variable holds the path (`DATABASE_PASSWORD_FILE`). */
  readonly secrets?: Readonly<Record<string, { readonly secret: ISecret; readonly key: string }>>;
  /** True when the server speaks TLS under the platform's own CA; the variable `…_CA_FILE` then names its certificate. */
  readonly tls?: boolean;
}

/** A door of a server: what one connects to. */
export interface Endpoint {
  /** Unique among the doors of a server: a port's or a database's name. */
  readonly name: string;
  readonly server: Peer;
  readonly ports: readonly PodPort[];
  /** @default - the client is told nothing; only the network opens */
  readonly wiring?: Wiring;
  /** Pods that must have finished before a client starts, apart from the server itself (a database's provisioning). */
  readonly readyAfter?: readonly PodPeer[];
  /** Doors of other servers that a client of this one needs too: where it asks which server leads. */
  readonly companions?: readonly Endpoint[];
  /**
   * Sessions that one client replica may hold unless the connection says otherwise.
   * @default - the server has no limit worth counting
   */
  readonly defaultSessions?: number;
}

/** Something that opens connections. */
export interface IClient {
  readonly peer: Peer;
}

/** What a connected client receives. Files are paths inside its containers. */
export interface WiredFacts {
  readonly values: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, string>>;
}

/** A client that can be told where its server is. */
export interface IWireable extends IClient {
  /**
   * Takes in an end point's facts as environment variables and mounted files.
   * `name` maps them to variables; the default is `<prefix>_<FACT>` and `<prefix>_<FACT>_FILE`.
   */
  wire(wiring: Wiring, variables?: (facts: WiredFacts) => Readonly<Record<string, string>>): void;
}

/** One declared connection: the only source of network policies, start order and the topology. */
export interface Connection {
  readonly from: Peer;
  readonly to: Endpoint;
  /** False when the client can start without the server, so it does not wait for it. */
  readonly startup: boolean;
  /** Sessions that one replica of the client holds at most; set when the server counts them. */
  readonly sessions?: number;
}
