import { podGroups, podMakers } from '../pod-groups';
import { declaredTraffic } from '../reachability';
import type { Rule } from '../rule';
import { compareSync, describeSync, syncPositionOf, syncWaveAt } from '../sync-order';

/** What a workload needs in order to start is synced in an earlier wave. */
export const serversStartFirst: Rule = {
  id: 'servers-start-first',
  why: 'A client that starts with its database crashes until that is ready, and a roll-out may give up before.',
  kinds: podMakers,
  check: (manifest, all) => {
    const own = syncPositionOf(manifest);
    const needed = podGroups(all)
      .of(manifest)
      .flatMap((group) => declaredTraffic(group, 'egress', all))
      .filter(({ connection }) => connection.startup)
      .flatMap(({ connection: { to } }) => [to.server, ...(to.readyAfter ?? [])])
      .flatMap((peer) => podGroups(all).ofPeer(peer));
    return [...new Set(needed.map((group) => group.manifest))]
      .filter((server) => server !== manifest && compareSync(syncPositionOf(server), own) >= 0)
      .map((server) => ({
        at: syncWaveAt,
        got: describeSync(own),
        expected: `after ${server.object.kind} '${server.object.metadata.name}' (${describeSync(syncPositionOf(server))})`,
      }));
  },
};
