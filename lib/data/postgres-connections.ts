import type { IConstruct } from 'constructs';
import type { Connection, Endpoint, Peer } from '../contracts';
import { describeInvalidProp, Topology } from '../core';

/** Who holds sessions of a server, and how many at most. */
export interface Consumer {
  readonly client: string;
  readonly database: string;
  /** Pods at full scale, in the middle of a roll-out. */
  readonly replicas: number;
  /** Sessions of each. */
  readonly sessions: number;
}

/** The sessions that a server has to give. */
export interface ConnectionSupply {
  readonly maxConnections: number;
  /** Those of them that only superusers get. */
  readonly reserved: number;
  /** What to do when they are too few, besides asking for less. */
  readonly waysOut: string;
}

/** The sessions that the declared connections to some doors of a server may hold at once. */
export function consumersOf(scope: IConstruct, server: Peer, isDoor: (door: Endpoint) => boolean): readonly Consumer[] {
  const topology = Topology.of(scope);
  return topology
    .incomingOf(server.id)
    .filter(({ to }) => isDoor(to))
    .map(({ from, to, sessions = 0 }: Connection) => ({
      client: from.id,
      database: to.wiring?.values.NAME ?? to.name,
      // Somebody whom we do not run counts as one.
      replicas: topology.node(from.id)?.shape().count ?? 1,
      sessions,
    }));
}

/** The sum of what consumers may hold. */
export function sessionsOf(consumers: readonly Consumer[]): number {
  return consumers.reduce((sum, { replicas, sessions }) => sum + replicas * sessions, 0);
}

/**
 * Fails the build when the clients of a server could together open more
 * sessions than it accepts: the last one to come would be refused, and only
 * under full load.
 */
export function guardConnections(
  scope: IConstruct,
  supply: ConnectionSupply,
  consumers: () => readonly Consumer[],
): void {
  scope.node.addValidation({
    validate: () => {
      const all = consumers();
      const needed = sessionsOf(all) + supply.reserved;
      return needed <= supply.maxConnections ? [] : [describeShortage(scope, supply, all, needed)];
    },
  });
}

function describeShortage(
  scope: IConstruct,
  { maxConnections, reserved, waysOut }: ConnectionSupply,
  consumers: readonly Consumer[],
  needed: number,
): string {
  const lines = consumers
    .toSorted((a, b) => b.replicas * b.sessions - a.replicas * a.sessions)
    .map(
      ({ client, database, replicas, sessions }) =>
        `\n              ${client} → ${database}: ${replicas} pods × ${sessions} sessions = ${replicas * sessions}`,
    );
  return describeInvalidProp(scope, {
    prop: 'maxConnections',
    got: `${maxConnections}, of which ${reserved} are for superusers`,
    expected: `at least ${needed} for what is connected:${lines.join('')}`,
    fix: `give connect(…) fewer \`sessions\` or the client a smaller \`maxReplicas\`, or ${waysOut}`,
  });
}
