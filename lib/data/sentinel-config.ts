import { redisPaths, sentinelPort } from './redis-layout';
import type { RedisUser } from './redis-users';
import { ownUsers } from './redis-users';

/** Milliseconds without an answer after which one Sentinel takes a server for gone. */
const downAfterMs = 5000;
/** How long one step of a failover may take; a failed one is tried again after twice that. */
const failoverTimeoutMs = 15_000;
/** A master that came back and is still loading may take this long, then a replica is quicker. */
const loadingAfterRebootMs = 10_000;

/**
 * The configuration of a Sentinel without what it learns by itself: which
 * server is the master, and who else is there.
 */
export function sentinelConfig(masterName: string): string {
  return `bind * -::*
port ${sentinelPort.number}
# Users decide, and everybody may ask where the master is.
protected-mode no
aclfile ${redisPaths.acl}
loglevel notice
logfile ""
dir ${redisPaths.data}

# Pods keep their names and change their addresses.
sentinel resolve-hostnames yes
sentinel announce-hostnames yes

sentinel auth-user ${masterName} ${ownUsers.sentinel}
sentinel sentinel-user ${ownUsers.sentinel}
sentinel down-after-milliseconds ${masterName} ${downAfterMs}
sentinel failover-timeout ${masterName} ${failoverTimeoutMs}
sentinel master-reboot-down-after-period ${masterName} ${loadingAfterRebootMs}
sentinel parallel-syncs ${masterName} 1
# Nobody makes a Sentinel run a program.
sentinel deny-scripts-reconfig yes
`;
}

/** What a replica may do on its master: nothing but follow it. */
export const replicaRules = ['-@all', '+psync', '+replconf', '+ping'];

/** What a Sentinel may do on a Redis: watch it, tell it whom to follow; it touches no key. */
export const sentinelRules = [
  ...['resetchannels', '&__sentinel__:hello', '-@all', '+ping', '+info', '+role', '+publish', '+subscribe'],
  ...['+multi', '+exec', '+slaveof', '+config|rewrite', '+client|setname', '+client|kill', '+script|kill'],
];

/** What everybody may do on a Sentinel without a password: ask, and listen to what it tells. */
const askingRules = [
  ...['allchannels', '-@all', '+@connection', '-@admin', '-@dangerous', '+subscribe', '+psubscribe'],
  ...['+unsubscribe', '+punsubscribe', '+role'],
  ...['get-master-addr-by-name', 'master', 'masters', 'replicas', 'slaves', 'sentinels', 'myid', 'ckquorum'].map(
    (subcommand) => `+sentinel|${subcommand}`,
  ),
];

/** What a Sentinel may do on another. */
const peerRules = [
  ...['resetchannels', '&__sentinel__:hello', '-@all', '+ping', '+publish', '+client|setname'],
  '+sentinel|is-master-down-by-addr',
];

/** What a Redis that stops may do on a Sentinel. */
const handOverRules = ['-@all', '+sentinel|failover'];

/** The users of a Sentinel; `users` are those of Redis, some of which log in here too. */
export function sentinelUsers(users: readonly RedisUser[]): readonly RedisUser[] {
  const rules = new Map<string, readonly string[]>([
    [ownUsers.sentinel, peerRules],
    [ownUsers.replica, handOverRules],
  ]);
  return [
    { name: ownUsers.default, rules: askingRules },
    ...users.flatMap((user) => {
      const own = rules.get(user.name);
      return own ? [{ ...user, rules: own }] : [];
    }),
  ];
}
