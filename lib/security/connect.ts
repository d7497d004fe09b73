import type { IConstruct } from 'constructs';
import type { Endpoint, IClient, IWireable, WiredFacts } from '../contracts';
import { Topology } from '../core';

/** How one client uses one server. */
export interface ConnectOptions {
  /**
   * Whether the client needs the server in order to start. Decides the sync order.
   * @default true
   */
  readonly startup?: boolean;
  /**
   * The variables in which the client wants its facts.
   * @default - `<prefix>_<FACT>`, and `<prefix>_<FACT>_FILE` for what is mounted
   */
  readonly variables?: (facts: WiredFacts) => Readonly<Record<string, string>>;
  /**
   * Sessions that one replica of the client holds at most: the size of its pool.
   * @default - what the server takes for usual
   */
  readonly sessions?: number;
}

/**
 * Lets `from` talk to `to`: the only way to create traffic. Both network
 * policies, the client's environment variables and secrets, and the order of
 * the sync follow from it.
 */
export function connect(from: IClient & IConstruct, to: Endpoint, options: ConnectOptions = {}): void {
  declare(from, from, to, options);
  if (to.wiring && isWireable(from)) from.wire(to.wiring, options.variables);
}

/** Lets somebody whom we do not run – an ingress controller, the Internet – talk to one of ours. */
export function admit(scope: IConstruct, from: IClient, to: Endpoint): void {
  declare(scope, from, to, { startup: false });
}

function declare(scope: IConstruct, from: IClient, to: Endpoint, { startup = true, sessions }: ConnectOptions): void {
  const topology = Topology.of(scope);
  const held = sessions ?? to.defaultSessions;
  topology.connect({ from: from.peer, to, startup, ...(held === undefined ? {} : { sessions: held }) });
  // Two users of one server share its companions, so a client may come to the same one twice.
  for (const companion of to.companions ?? []) {
    if (!topology.isConnected(from.peer.id, companion)) declare(scope, from, companion, { startup });
  }
}

function isWireable(client: IClient): client is IWireable {
  return 'wire' in client;
}
