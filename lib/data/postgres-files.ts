import type { PostgresParameters } from './postgres-parameters';

/** The text of a postgresql.conf: one setting a line, every value quoted. */
export function postgresConf(parameters: PostgresParameters): string {
  return Object.entries(parameters)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name} = '${value.replaceAll("'", "''")}'\n`)
    .join('');
}

/**
 * Who may connect, and how. The first line that fits decides; where none does,
 * nobody gets in: so there is no way in without TLS, and none for a role into
 * another role's database.
 */
export const hostBasedAccess = `# The server's own user, from inside the pod.
local   all       postgres        peer
# The superuser, for provisioning.
hostssl all       postgres  all   scram-sha-256
# Every role, into the database of its own name.
hostssl sameuser  all       all   scram-sha-256
`;

/** Where a server that we run ourselves listens, logs, and finds its certificate. */
export interface ServerPlaces {
  readonly port: number;
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly socketDirectory: string;
}

/** The settings that an operator would otherwise make: listening, TLS, logging, preloaded libraries. */
export function serverParameters(places: ServerPlaces): PostgresParameters {
  return {
    listen_addresses: '*',
    port: String(places.port),
    unix_socket_directories: places.socketDirectory,
    // With huge pages on the node but none granted to the pod, 'try' ends in a bus error.
    huge_pages: 'off',
    ssl: 'on',
    ssl_cert_file: places.certificateFile,
    ssl_key_file: places.keyFile,
    ssl_min_protocol_version: 'TLSv1.2',
    wal_level: 'replica',
    shared_preload_libraries: 'pg_stat_statements',
    // To the container's log, as key=value pairs before the message. jsonlog would need the collector, which writes files.
    log_destination: 'stderr',
    logging_collector: 'off',
    log_line_prefix: 'time="%m" pid=%p session=%c user="%u" database="%d" application="%a" client="%h" sqlstate=%e ',
  };
}
