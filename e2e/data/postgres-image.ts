import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageStandIn } from '../harness/container';
import type { Network } from '../harness/network';
import type { Workload } from '../harness/workload';

/** Where Debian keeps the programs that the image has in its PATH. */
const programs = '/usr/lib/postgresql/15/bin';
const path = `${programs}:/usr/local/bin:/usr/bin:/bin`;

/** What the official image does before it starts the server with the manifest's arguments. */
const entryPoint = `set -eu
if [ "$1" = postgres ] && [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  chmod 700 "$PGDATA"
  if [ -n "\${POSTGRES_INITDB_WALDIR:-}" ]; then
    mkdir -p "$POSTGRES_INITDB_WALDIR"
    POSTGRES_INITDB_ARGS="--waldir=$POSTGRES_INITDB_WALDIR $POSTGRES_INITDB_ARGS"
  fi
  # shellcheck disable=SC2086
  initdb --username="$POSTGRES_USER" --pwfile="$POSTGRES_PASSWORD_FILE" $POSTGRES_INITDB_ARGS
  shift
  # For its init scripts, the image runs the server once, reachable by its socket alone.
  pg_ctl -D "$PGDATA" -o "$* -c listen_addresses=''" -w start
  psql --no-psqlrc --username="$POSTGRES_USER" --dbname=postgres --command='select 1' >/dev/null
  pg_ctl -D "$PGDATA" -m fast -w stop
  set -- postgres "$@"
fi
exec "$@"
`;

/** The server's image, as far as Debian's package differs from it. */
export function serverImage(network: Network): ImageStandIn {
  const file = join(network.folder, 'docker-entrypoint.sh');
  writeFileSync(file, entryPoint);
  return {
    entrypoint: ['sh', '/image/docker-entrypoint.sh'],
    env: { PATH: path },
    account: { name: 'postgres', id: 999, home: '/var/lib/postgresql' },
    files: { '/image/docker-entrypoint.sh': file },
  };
}

/** The same image under another user, who has no account in it. */
export const clientImage: ImageStandIn = { env: { PATH: path } };

const clientUser = { runAsUser: 10001, runAsGroup: 10001 };

/** A pod of no manifest, from which a test connects: it has psql and the authority's certificate. */
export const clientWorkload: Workload = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'client' },
  spec: {
    template: {
      spec: {
        securityContext: { ...clientUser, fsGroup: clientUser.runAsGroup },
        containers: [
          {
            name: 'client',
            securityContext: clientUser,
            volumeMounts: [{ name: 'authority', mountPath: '/authority', readOnly: true }],
          },
        ],
        volumes: [{ name: 'authority', secret: { secretName: 'authority', defaultMode: 0o440 } }],
      },
    },
  },
};
