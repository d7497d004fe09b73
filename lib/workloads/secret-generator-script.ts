import type { Labels } from '../contracts';
import type { Secret } from '../security';
import { tokenDirectory } from '../security';

/** Where the generator finds its files, and what it may write to. */
export const generatorPaths = { files: '/opt/generator', scratch: '/run/generator' } as const;

/** The script, and the list of secrets that it reads. */
export const generatorFiles = { script: 'generate.sh', list: 'list' } as const;

/** Stands in a template where the generated values go. */
const dataMark = '%data%';

/**
 * Makes each Secret of the list exist, with one value in all of its namespaces.
 *
 * A value is never an argument of a program, because every process can see
 * those of the others; it goes through the shell's own variables and through
 * files in memory.
 */
export const generatorScript = `#!/bin/sh
# Makes each Secret of the list exist, with one value in all of its namespaces.
# What is there is never changed, and no value is ever printed.
set -eu
umask 077
files=${generatorPaths.files}
work=${generatorPaths.scratch}
account=${tokenDirectory}

fail() {
  echo "generate: $*" >&2
  exit 1
}

case $KUBERNETES_SERVICE_HOST in
  *:*) server="[$KUBERNETES_SERVICE_HOST]" ;;
  *) server=$KUBERNETES_SERVICE_HOST ;;
esac
api="https://$server:$KUBERNETES_SERVICE_PORT/api/v1/namespaces"
printf 'Authorization: Bearer %s\\n' "$(cat "$account/token")" >"$work/header"

# Asks the API server; sets status to what it answers with, and leaves the answer in a file.
request() {
  status=$(curl --silent --show-error --connect-timeout 5 --max-time 30 --retry 5 --retry-connrefused \\
    --cacert "$account/ca.crt" --header "@$work/header" --output "$work/answer" --write-out '%{http_code}' "$@")
}

# Sets data to what the Secret holds, as JSON; to nothing when there is none.
look_up() {
  request "$api/$1/secrets/$2"
  case $status in
    404) data='' ;;
    200)
      data=$(tr -d ' \\n' <"$work/answer" | sed -n 's/.*"data":{\\([^}]*\\)}.*/\\1/p')
      for key in $3; do
        case ",$data" in
          *",\\"$key\\":\\""*) ;;
          *) fail "the Secret $1/$2 has no '$key'; delete it, and the next run makes it anew" ;;
        esac
      done
      ;;
    *) fail "the API server answers $status to reading the Secret $1/$2" ;;
  esac
}

# Sets data to new values for the keys: 43 letters and digits each, as many as 256 bits take.
invent() {
  data=''
  for key in "$@"; do
    value=$(LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom | head -c 43)
    [ "\${#value}" -eq 43 ] || fail 'there was no random number'
    data="$data\${data:+,}\\"$key\\":\\"$(printf %s "$value" | base64 | tr -d '\\n')\\""
  done
}

# settle NAME NAMESPACES GENERATED-KEYS FIXED-KEYS
settle() {
  known=''
  missing=''
  for namespace in $2; do
    look_up "$namespace" "$1" "$3 $4"
    if [ -z "$data" ]; then
      missing="$missing $namespace"
    elif [ -z "$known" ]; then
      known=$data
    elif [ "$data" != "$known" ]; then
      fail "the Secret $1 differs between its namespaces ($2); delete the wrong ones, and the next run copies the other"
    fi
  done
  if [ -z "$missing" ]; then
    echo "generate: the Secret $1 is there"
    return
  fi
  if [ -z "$known" ]; then
    # shellcheck disable=SC2086 # the keys are words
    invent $3
    known=$data
  fi
  template=$(cat "$files/$1.json")
  printf '%s%s%s' "\${template%%${dataMark}*}" "$known" "\${template#*${dataMark}}" >"$work/body"
  for namespace in $missing; do
    request --header 'Content-Type: application/json' --data "@$work/body" "$api/$namespace/secrets"
    case $status in
      201) echo "generate: made the Secret $namespace/$1" ;;
      409)
        # Somebody was faster, or an earlier answer was lost: begin again with what is there now.
        sleep 1
        settle "$@"
        return
        ;;
      *) fail "the API server answers $status to creating the Secret $namespace/$1" ;;
    esac
  done
}

while read -r name namespaces generated fixed; do
  settle "$name" "$(echo "$namespaces" | tr , ' ')" "$(echo "$generated" | tr , ' ')" "$(echo "$fixed" | tr , ' ')"
done <"$files/${generatorFiles.list}"
`;

/**
 * What the script reads of one secret: its line in the list, and the object
 * without its values. Every Secret carries `common` labels, by which people
 * find what was generated.
 */
export function generatorEntry(
  secret: Secret,
  namespaces: readonly string[],
  common: Labels,
): { readonly line: string; readonly template: string } {
  const { name, type, labels, fixed, secretKeys } = secret;
  const columns = [name, namespaces.join(), secretKeys.join(), Object.keys(fixed).join()];
  const rest = JSON.stringify({ stringData: fixed, metadata: { name, labels: { ...common, ...labels } } });
  const head = JSON.stringify({ apiVersion: 'v1', kind: 'Secret', type });
  return {
    line: `${columns.join(' ').trimEnd()}\n`,
    template: `${head.slice(0, -1)},"data":{${dataMark}},${rest.slice(1)}\n`,
  };
}
