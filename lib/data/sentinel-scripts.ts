import { redisPaths, redisPort, sentinelPort } from './redis-layout';
import { askRedis } from './redis-scripts';
import { ownUsers } from './redis-users';

const { config, run, data, outgoing } = redisPaths;

/** What the scripts of a Redis with Sentinels are told. */
export interface SentinelGroup {
  /** The name under which the Sentinels know the master. */
  readonly masterName: string;
  /** Hosts of the pods of Redis; the first is the master before there was any other. */
  readonly redisHosts: readonly string[];
  /** What the host of every pod of Redis ends in. */
  readonly redisDomain: string;
  readonly sentinelHosts: readonly string[];
  readonly sentinelDomain: string;
  /** Sentinels that must agree. */
  readonly quorum: number;
}

/** What each Sentinel that answers takes for the master, one host in a line. */
function opinions({ masterName, sentinelHosts, redisDomain }: SentinelGroup): string {
  return `opinions() {
  for sentinel in ${sentinelHosts.join(' ')}; do
    timeout 2 redis-cli -h "$sentinel" -p ${sentinelPort.number} SENTINEL get-master-addr-by-name ${masterName} 2>&1 |
      grep -F '.${redisDomain}' | grep -v ' ' || true
  done
}`;
}

/**
 * Starts Redis as what the Sentinels agree it is. It waits for a majority of
 * them, however long that takes: a pod that decided alone could come back with
 * old data as a second master.
 */
export function startRedis(group: SentinelGroup): string {
  const { redisDomain, quorum } = group;
  return `#!/bin/sh
# Starts Redis as the master, or as a replica of it, as the Sentinels say.
set -eu
umask 077
trap 'exit 143' TERM

${opinions(group)}

self="$POD_NAME.${redisDomain}"
master=''
while [ -z "$master" ]; do
  master=$(opinions | sort | uniq -c | while read -r votes host; do
    [ "$votes" -lt ${quorum} ] || echo "$host"
  done)
  [ -n "$master" ] || {
    echo 'waiting for ${quorum} Sentinels that name the same master'
    sleep 1
  }
done
echo "the master is $master"

{
  echo 'include ${config}/redis.conf'
  echo 'include ${outgoing}'
  echo "replica-announce-ip $self"
  [ "$master" = "$self" ] || echo "replicaof $master ${redisPort.number}"
} >${run}/redis.conf
exec redis-server ${run}/redis.conf
`;
}

/**
 * Runs before Redis is told to stop: a master asks the Sentinels to promote a
 * replica, so that clients wait for a moment and not until it is missed.
 */
export function handOver({ masterName, sentinelHosts }: SentinelGroup): string {
  return String.raw`#!/bin/sh
# A master that stops hands over first.
set -eu
role() {
  ${askRedis} ROLE | head -n 1
}
[ "$(role)" = master ] || exit 0

login=$(sed -n 's/^masterauth /AUTH ${ownUsers.replica} /p' ${outgoing})
for sentinel in ${sentinelHosts.join(' ')}; do
  answer=$(printf '%s\nSENTINEL FAILOVER ${masterName}\n' "$login" |
    timeout 5 redis-cli -h "$sentinel" -p ${sentinelPort.number} 2>&1 | sed -n 2p)
  echo "$sentinel: $answer"
  [ "$answer" != OK ] || break
done

seconds=0
while [ "$(role)" = master ] && [ "$seconds" -lt ${handOverSeconds} ]; do
  sleep 1
  seconds=$((seconds + 1))
done
`;
}

/** How long a promotion may take before Redis stops without it: a part of the grace period. */
const handOverSeconds = 15;

/** What a Sentinel learns and must not forget besides the master: who it is, what it voted for, who else is there. */
const learned = '(myid|config-epoch|leader-epoch|current-epoch|known-sentinel)';

/**
 * Starts Sentinel with its configuration as it stands now and with what it has
 * learned: Sentinel rewrites its file, so the file lies on its volume and the
 * two are taken apart again at every start. One that has learned nothing yet
 * believes the others.
 *
 * It is told of every replica, because it would ask the master for them only
 * every ten seconds, and one that is lost before that could not be replaced.
 */
export function startSentinel(group: SentinelGroup): string {
  const { masterName, redisHosts, sentinelDomain, quorum } = group;
  return `#!/bin/sh
# Starts Sentinel with what it knew when it stopped.
set -eu
umask 077
trap 'exit 143' TERM

${opinions(group)}

file=${data}/sentinel.conf
learned=''
if [ -s "$file" ]; then
  master=$(awk '$1 == "sentinel" && $2 == "monitor" { print $4 }' "$file")
  learned=$(grep -E '^sentinel ${learned} ' "$file" || true)
else
  master=$(opinions | head -n 1)
fi
master=\${master:-${redisHosts[0] ?? ''}}

{
  cat ${config}/sentinel.conf ${outgoing}
  echo "sentinel announce-ip $POD_NAME.${sentinelDomain}"
  echo "sentinel monitor ${masterName} $master ${redisPort.number} ${quorum}"
  for host in ${redisHosts.join(' ')}; do
    [ "$host" = "$master" ] || echo "sentinel known-replica ${masterName} $host ${redisPort.number}"
  done
  echo "$learned"
} >"$file.new"
mv "$file.new" "$file"
exec redis-server "$file" --sentinel
`;
}

const askSentinel = `timeout 4 redis-cli -p ${sentinelPort.number}`;

/** Fails only when there is no answer. */
export const sentinelLiveness = `#!/bin/sh
# Alive: it answers, whatever it says.
set -eu
answer=$(${askSentinel} PING)
echo "$answer"
[ -n "$answer" ]
`;

/** Succeeds when the Sentinel can tell clients where the master is. */
export function sentinelReadiness({ masterName, redisDomain }: SentinelGroup): string {
  return `#!/bin/sh
# Ready: it can tell where the master is.
set -eu
answer=$(${askSentinel} SENTINEL get-master-addr-by-name ${masterName})
echo "$answer"
case $answer in
  *.${redisDomain}*) ;;
  *) exit 1 ;;
esac
`;
}
