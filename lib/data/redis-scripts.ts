import { redisPaths, redisPort } from './redis-layout';
import { ownUsers } from './redis-users';

const { config, passwords, acl, outgoing } = redisPaths;

/**
 * Asks this pod's Redis as the user for probes, who needs no password – so none
 * stands among the arguments – and may do nothing but PING and ROLE. The limit
 * ends a question that is never answered before the kubelet's own does.
 */
export const askRedis = `timeout 4 redis-cli -p ${redisPort.number} --user ${ownUsers.probe} --pass '' --no-auth-warning`;

/**
 * Writes the ACL file from `users.acl` and the mounted passwords, and the file
 * of outgoing log-ins from `outgoing.txt` where there is one. A password never
 * is an argument or a variable of a program's environment; the ACL file holds
 * its SHA-256 alone.
 */
export const writeUsers = String.raw`#!/bin/sh
# Adds to each user the hash of its password.
set -eu
umask 077

password_of() {
  word=$(cat "${passwords}/$1")
  if [ -z "$word" ]; then
    echo "the password of user '$1' is empty" >&2
    exit 1
  fi
  printf '%s' "$word"
}

while read -r keyword name state rules; do
  case "$state $rules" in
    off* | 'on nopass '*) ;;
    *)
      word=$(password_of "$name")
      hash=$(printf '%s' "$word" | sha256sum)
      state="$state #$(echo "$hash" | cut -d ' ' -f 1)"
      ;;
  esac
  echo "$keyword $name $state $rules"
done <${config}/users.acl >${acl}.new
mv ${acl}.new ${acl}

# Directives that end in the password of a user, in the quotes of a configuration file.
if [ -e ${config}/outgoing.txt ]; then
  while read -r name directive; do
    word=$(password_of "$name")
    quoted=$(printf '%s' "$word" | sed 's/[\\"]/\\&/g')
    printf '%s "%s"\n' "$directive" "$quoted"
  done <${config}/outgoing.txt >${outgoing}.new
  mv ${outgoing}.new ${outgoing}
fi
`;

/** Fails only when there is no answer: LOADING, MASTERDOWN, BUSY and NOAUTH are answers that no restart would better. */
export const liveness = `#!/bin/sh
# Alive: it answers, whatever it says.
set -eu
answer=$(${askRedis} PING)
echo "$answer"
[ -n "$answer" ]
`;

/**
 * Succeeds when clients may come: PONG, and on a replica a link to the master
 * that is up and not in the middle of a copy. ROLE says `connected` exactly
 * when INFO says master_link_status:up and master_sync_in_progress:0, and tells
 * nothing else.
 */
export const readiness = `#!/bin/sh
# Ready: PONG, and a replica has what its master has.
set -eu
answer=$(${askRedis} PING)
if [ "$answer" != PONG ]; then
  echo "$answer"
  exit 1
fi
role=$(${askRedis} ROLE)
case $(echo "$role" | head -n 1) in
  master) exit 0 ;;
esac
link=$(echo "$role" | sed -n 4p)
echo "the link to the master: $link"
[ "$link" = connected ]
`;
