import type { Bytes } from '../core';
import type { MemoryNeeds } from './postgres-memory';
import { planMemory } from './postgres-memory';
import type { WalSpace } from './postgres-wal';
import { planWal } from './postgres-wal';

/** Settings by name, in the spelling of postgresql.conf. */
export type PostgresParameters = Readonly<Record<string, string>>;

/** What the tuning of a server follows from. */
export interface PostgresSizing extends MemoryNeeds, WalSpace {
  /** Sessions that only superusers get, so that somebody can always look. */
  readonly reservedConnections: number;
}

/** How many sessions PostgreSQL keeps for superusers by default. */
export const defaultReservedConnections = 3;
const processesByDefault = 8;

/** Settings that every server gets, whatever its size. */
const fixed: PostgresParameters = {
  // Volumes of a cloud are solid state behind a network: random reads cost little more, and many run at once.
  random_page_cost: '1.1',
  effective_io_concurrency: '200',
  // Compiling pays only for reports of minutes, and each session that compiles loads the compiler into its own memory.
  jit: 'off',
  wal_compression: 'lz4',
  checkpoint_timeout: '15min',
  checkpoint_completion_target: '0.9',
  // A transaction that its program forgot keeps vacuum from cleaning up behind everybody.
  idle_in_transaction_session_timeout: '5min',
  // Ends what runs for a client that is gone. No statement_timeout: migrations and dumps need their time; services set their own.
  client_connection_check_interval: '10s',
  tcp_keepalives_idle: '60',
  tcp_keepalives_interval: '10',
  tcp_keepalives_count: '6',
  password_encryption: 'scram-sha-256',
  track_io_timing: 'on',
  log_checkpoints: 'on',
  log_lock_waits: 'on',
  log_temp_files: '10MB',
  log_autovacuum_min_duration: '1min',
  // Slow queries are those above 1 s (M6). Their parameters may be personal, so they stay out of the log.
  log_min_duration_statement: '1s',
  log_parameter_max_length: '0',
  log_timezone: 'UTC',
  timezone: 'UTC',
  lc_messages: 'C',
  'pg_stat_statements.max': '5000',
  'pg_stat_statements.track': 'top',
  // Utility statements are kept word for word, passwords of ALTER ROLE included.
  'pg_stat_statements.track_utility': 'off',
};

/** All settings that follow from the size of a server, and those that are the same for each. */
export function tuneParameters(sizing: PostgresSizing): PostgresParameters {
  const memory = planMemory(sizing);
  const wal = planWal(sizing);
  const { parallelWorkers } = memory;
  return {
    max_connections: String(sizing.maxConnections),
    superuser_reserved_connections: String(sizing.reservedConnections),
    shared_buffers: inMebi(memory.sharedBuffers),
    effective_cache_size: inMebi(memory.effectiveCacheSize),
    wal_buffers: inKibi(memory.walBuffers),
    work_mem: inKibi(memory.workMem),
    maintenance_work_mem: inMebi(memory.maintenanceWorkMem),
    autovacuum_work_mem: inMebi(memory.autovacuumWorkMem),
    max_worker_processes: String(processesByDefault + parallelWorkers),
    max_parallel_workers: String(parallelWorkers),
    max_parallel_workers_per_gather: String(Math.floor(parallelWorkers / 2)),
    max_parallel_maintenance_workers: String(Math.floor(parallelWorkers / 2)),
    min_wal_size: inMebi(wal.minWalSize),
    max_wal_size: inMebi(wal.maxWalSize),
    max_slot_wal_keep_size: inMebi(wal.maxSlotWalKeepSize),
    // A runaway sort fails instead of filling the volume.
    temp_file_limit: inMebi(sizing.storage.times(1 / 4)),
    ...fixed,
  };
}

function inMebi(bytes: Bytes): string {
  return `${bytes.mebibytes}MB`;
}

function inKibi(bytes: Bytes): string {
  return `${Math.floor(bytes.value / 2 ** 10)}kB`;
}
