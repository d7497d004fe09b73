import { Bytes } from '../core';
import type { PostgresParameters, PostgresSizing } from './postgres-parameters';
import { tuneParameters } from './postgres-parameters';
import { planWal } from './postgres-wal';

/**
 * Parameters that CloudNativePG keeps to itself; its webhook refuses a Cluster
 * that sets one (FixedConfigurationParameters of its sources, 1.27 to 1.30).
 */
const keptByOperator: ReadonlySet<string> = new Set([
  'allow_system_table_mods',
  'archive_cleanup_command',
  'archive_command',
  'archive_mode',
  'bonjour',
  'bonjour_name',
  'cluster_name',
  'config_file',
  'data_directory',
  'data_sync_retry',
  'event_source',
  'external_pid_file',
  'hba_file',
  'hot_standby',
  'ident_file',
  'jit_provider',
  'listen_addresses',
  'log_destination',
  'log_directory',
  'log_file_mode',
  'log_filename',
  'log_rotation_age',
  'log_rotation_size',
  'log_truncate_on_rotation',
  'logging_collector',
  'port',
  'primary_conninfo',
  'primary_slot_name',
  'promote_trigger_file',
  'recovery_end_command',
  'recovery_min_apply_delay',
  'recovery_target',
  'recovery_target_action',
  'recovery_target_inclusive',
  'recovery_target_lsn',
  'recovery_target_name',
  'recovery_target_time',
  'recovery_target_timeline',
  'recovery_target_xid',
  'restart_after_crash',
  'restore_command',
  'shared_preload_libraries',
  'ssl',
  'ssl_ca_file',
  'ssl_cert_file',
  'ssl_crl_file',
  'ssl_dh_params_file',
  'ssl_ecdh_curve',
  'ssl_key_file',
  'ssl_passphrase_command',
  'ssl_passphrase_command_supports_reload',
  'ssl_prefer_server_ciphers',
  'stats_temp_directory',
  'synchronous_standby_names',
  'syslog_facility',
  'syslog_ident',
  'syslog_sequence_numbers',
  'syslog_split_messages',
  'temp_tablespaces',
  'unix_socket_directories',
  'unix_socket_group',
  'unix_socket_permissions',
]);

/** What the operator keeps for replicas by default, however small the volume is. */
const defaultWalKeepSize = Bytes.mebi(512);

/** The settings of a server of that size, as far as a Cluster may state them. */
export function clusterParameters(sizing: PostgresSizing): PostgresParameters {
  const { maxWalSize } = planWal(sizing);
  const walKeepSize = maxWalSize.value < defaultWalKeepSize.value ? maxWalSize : defaultWalKeepSize;
  return withoutOperators({ ...tuneParameters(sizing), wal_keep_size: `${walKeepSize.mebibytes}MB` });
}

/** Those of the settings that the operator does not keep to itself. */
export function withoutOperators(parameters: PostgresParameters): PostgresParameters {
  return Object.fromEntries(Object.entries(parameters).filter(([name]) => !keptByOperator.has(name)));
}

/**
 * Rules that stand between the operator's own and its last one, which would let
 * everybody in without TLS: every role enters the database of its own name over
 * TLS, and nobody anything else.
 */
export const clusterHostBasedAccess: readonly string[] = [
  'hostssl sameuser all all scram-sha-256',
  'host all all all reject',
];
