/** Where the start script finds and leaves things; the construct mounts volumes there. */
export const keycloakPaths = {
  program: '/opt/keycloak/bin/kc.sh',
  /** The start script and the realm without its secrets. */
  settings: '/opt/settings',
  /** In memory: options that are secret. */
  options: '/run/options',
  /** The bootstrap administrator's secret. */
  admin: '/run/admin',
  /** One file for each client that has a secret, under the client's id. */
  clientSecrets: '/run/client-secrets',
  /** In memory: the realm with its secrets. Keycloak imports from here. */
  import: '/opt/keycloak/data/import',
} as const;

/** The file in which Keycloak looks for options. */
export const optionsFile = `${keycloakPaths.options}/options.conf`;

/** The realm in `settings` and, completed, in `import`. */
export const realmFile = 'realm.json';

/**
 * The shell script that the container runs in place of `kc.sh`, with its arguments.
 *
 * Keycloak 26 takes a password from the command line, a variable, an options
 * file or a Java key store, but never from a file that holds just the password.
 * So the script writes the options file, in memory, at every start: a container
 * that is restarted after a rotation comes up with the new password.
 */
export const startScript = `#!/bin/sh
set -eu
umask 077

# Stops when a secret is not there, by name and never by value.
demand() {
  if [ ! -s "$1" ]; then
    echo "start: the secret file $1 is missing or empty" >&2
    exit 1
  fi
}

# One line of the options file. A backslash and a dollar sign would mean something there.
option() {
  demand "$2"
  value=$(sed -e 's/\\\\/\\\\\\\\/g' -e 's/\\$/\\\\\\\\$/g' "$2")
  printf '%s=%s\\n' "$1" "$value"
}

# The command for sed that puts a secret in the place of its mark, as text inside of JSON.
replacement() {
  demand "$1"
  value=$(sed -e 's/[\\\\"]/\\\\&/g' -e 's/[\\\\&|]/\\\\&/g' "$1")
  printf 's|%%%s%%|%s|\\n' "\${1##*/}" "$value"
}

{
  option db-password "$DATABASE_PASSWORD_FILE"
  option bootstrap-admin-password ${keycloakPaths.admin}/password
} >"$KC_CONFIG_FILE"

replacements=${keycloakPaths.options}/replacements.sed
for file in ${keycloakPaths.clientSecrets}/*; do
  if [ -e "$file" ]; then
    replacement "$file"
  fi
done >"$replacements"
sed -f "$replacements" ${keycloakPaths.settings}/${realmFile} >${keycloakPaths.import}/${realmFile}
rm "$replacements"

exec ${keycloakPaths.program} "$@"
`;
