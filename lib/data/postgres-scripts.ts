/** Where the provisioning finds its files, and each role's password. */
export const provisionPaths = {
  files: '/etc/postgres-provision',
  /** The password of each role, in a file of its name. */
  passwords: '/run/secrets/roles',
  scratch: '/tmp',
} as const;

/**
 * Sets a role's password from a file. It is read by psql itself, so it is never
 * an argument or a variable of the environment.
 */
export const passwordSql = `-- The statement holds the password in the clear: keep it out of the log and the statistics, whatever the settings are.
set log_statement = 'none';
set log_min_duration_statement = -1;
set log_min_error_statement = 'panic';
set pg_stat_statements.track_utility = off;
\\set password \`cat "$PASSWORD_FILE"\`
alter role :"name" password :'password';
`;

/** What every server gets once. Each statement is made only where something is to be changed. */
export const serverSql = `set client_min_messages = warning;
create extension if not exists pg_stat_statements;
select format('revoke connect, temporary on database %I from public', datname)
from pg_database
where datname in ('postgres', 'template1') and has_database_privilege('public', oid, 'connect, temporary')
\\gexec
`;

/** One role, the database that it owns, and how many sessions it may hold. */
export const databaseSql = `select format('create role %I login', :'name')
where not exists (select from pg_roles where rolname = :'name')
\\gexec
select format(
  'alter role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls connection limit %s',
  rolname, :'sessions'::int
)
from pg_roles
where rolname = :'name' and (
  rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls or not rolcanlogin
  or rolconnlimit <> :'sessions'::int
)
\\gexec
select format('create database %I owner %I template template0', :'name', :'name')
where not exists (select from pg_database where datname = :'name')
\\gexec
select format('alter database %I owner to %I', datname, :'name')
from pg_database
where datname = :'name' and pg_get_userbyid(datdba) <> :'name'
\\gexec
select format('revoke connect, temporary on database %I from public', datname)
from pg_database
where datname = :'name' and has_database_privilege('public', oid, 'connect, temporary')
\\gexec
`;

/** Creates what is declared in the file `databases`, one line each: name and sessions. */
export const provisionScript = `#!/bin/sh
# Creates the role and the database of every client, and changes the passwords that have changed.
# What is right already stays untouched, so it may run at any time.
set -eu
umask 077
files=${provisionPaths.files}

# A line of a password file: backslashes and colons are escaped.
remember() {
  printf '*:*:*:%s:%s\\n' "$1" "$(sed 's/[\\\\:]/\\\\&/g' "$2")"
}

sql() {
  psql --no-psqlrc --quiet --no-password --set=ON_ERROR_STOP=1 "$@" </dev/null
}

# True unless the server refuses the password; when it refuses anything else, the password was right.
lets_in() {
  remember "$1" "$2" >"$HOME/role"
  if answer=$(PGPASSFILE="$HOME/role" PGUSER="$1" PGDATABASE="$1" sql --command='select' 2>&1); then return 0; fi
  case $answer in
    *'password authentication failed'*) return 1 ;;
    *'too many connections for role'*) return 0 ;;
  esac
  echo "$answer" >&2
  exit 1
}

remember "$PGUSER" "$SUPERUSER_PASSWORD_FILE" >"$PGPASSFILE"

attempts=300
until pg_isready --quiet; do
  attempts=$((attempts - 1))
  if [ "$attempts" -eq 0 ]; then
    echo "$PGHOST does not answer" >&2
    exit 1
  fi
  sleep 1
done

sql --file="$files/server.sql"
while read -r name sessions; do
  sql --set=name="$name" --set=sessions="$sessions" --file="$files/database.sql"
  PASSWORD_FILE="${provisionPaths.passwords}/$name"
  export PASSWORD_FILE
  if lets_in "$name" "$PASSWORD_FILE"; then
    echo "$name: ready"
  else
    sql --set=name="$name" --file="$files/password.sql"
    echo "$name: password set"
  fi
done <"$files/databases"
`;

/** Keeps a running server in step with its mounted Secrets. */
export const reloadScript = `#!/bin/sh
# PostgreSQL reads its certificate only when told to, and its superuser's password only when the data directory is made.
# This tells it when either has been renewed.
set -eu
trap 'exit 0' INT TERM

sql() {
  psql --no-psqlrc --quiet --tuples-only --output=/dev/null --set=ON_ERROR_STOP=1 "$@" </dev/null
}

known_certificate=''
known_password=''
while :; do
  touch "$HEARTBEAT_FILE"
  # Looked at before they are loaded, so that a change in between is seen the next time.
  certificate=$(cksum <"$CERTIFICATE_FILE")
  password=$(cksum <"$PASSWORD_FILE")
  if [ "$certificate" != "$known_certificate" ] && pg_isready --quiet && sql --command='select pg_reload_conf()'; then
    known_certificate=$certificate
  fi
  if [ "$password" != "$known_password" ] && pg_isready --quiet && sql --set=name=postgres --file="$SCRIPTS/password.sql"; then
    known_password=$password
  fi
  sleep 10 &
  wait "$!"
done
`;
