import type { Construct } from 'constructs';
import type { WiredFacts } from '../contracts';
import type { Bytes, Cpu } from '../core';
import { invalidProp } from '../core';
import { drainSeconds } from './drain';
import { optionsFile } from './keycloak-start';

/** Variables of a container. */
type Variables = Readonly<Record<string, string>>;

/**
 * Options that `kc.sh build` compiles into the program. The server must be given
 * the same, or `start --optimized` ends at once and says which differ.
 */
export const buildOptions: Variables = {
  KC_DB: 'postgres',
  KC_HEALTH_ENABLED: 'true',
  KC_METRICS_ENABLED: 'true',
  KC_EVENT_METRICS_USER_ENABLED: 'true',
};

/** How long requests that have begun may take to end. */
const finishSeconds = 20;
/** The rest of a stop: a second of Keycloak's own, then leaving the cluster and closing sessions, which took 0.5 s. */
const closeSeconds = 10;

/** From the request to stop until the kernel ends it. */
export const stopSeconds = drainSeconds + finishSeconds + closeSeconds;

const startPeriodSeconds = 2;
/** Processor time from the start until it listens: measured with 26.7.4. */
const startCpuSeconds = 12;
/** Nodes are busiest while everything starts: on two shared cores it took six times as long as alone. */
const startMargin = 10;
/** It was measured with two, and is not known to be faster with more. */
const mostUsefulMillicores = 2000;

/**
 * How often the start-up question may fail, given the processor time that the
 * container may use. Only listening is waited for: the schema is made afterwards,
 * while the readiness question fails, because to kill it there would leave a lock.
 */
export function startUpBudget(cpuLimit: Cpu): { readonly periodSeconds: number; readonly failureThreshold: number } {
  const seconds = (startCpuSeconds * startMargin * 1000) / Math.min(cpuLimit.millicores, mostUsefulMillicores);
  return { periodSeconds: startPeriodSeconds, failureThreshold: Math.ceil(seconds / startPeriodSeconds) };
}

/** The heap, as `kc.sh` takes it in place of a share of the memory, which not every container runtime tells rightly. */
export function heapOptions(heap: Bytes): Variables {
  return { JAVA_OPTS_KC_HEAP: `-Xms${heap.mebibytes}m -Xmx${heap.mebibytes}m` };
}

/** Options of the server that need no secret. */
export function serverOptions(props: {
  readonly issuer: string;
  readonly databaseSessions: number;
  readonly trustedProxyCidrs: readonly string[];
}): Variables {
  const { issuer, databaseSessions, trustedProxyCidrs } = props;
  const sessions = String(databaseSessions);
  return {
    ...buildOptions,
    KC_CONFIG_FILE: optionsFile,
    KC_BOOTSTRAP_ADMIN_USERNAME: bootstrapAdmin,
    // With a full address, tokens and links name it whoever asks and however …
    KC_HOSTNAME: issuer,
    // … but services in the cluster are told to fetch keys and tokens where they asked.
    KC_HOSTNAME_BACKCHANNEL_DYNAMIC: 'true',
    // TLS ends at the edge.
    KC_HTTP_ENABLED: 'true',
    KC_PROXY_HEADERS: 'xforwarded',
    ...(trustedProxyCidrs.length === 0 ? {} : { KC_PROXY_TRUSTED_ADDRESSES: trustedProxyCidrs.join(',') }),
    // A pool of one size keeps its sessions, and with them what PostgreSQL has prepared.
    KC_DB_POOL_INITIAL_SIZE: sessions,
    KC_DB_POOL_MIN_SIZE: sessions,
    KC_DB_POOL_MAX_SIZE: sessions,
    // The default takes private addresses only, and not every cluster gives those to pods.
    KC_CACHE_EMBEDDED_NETWORK_BIND_ADDRESS: 'NON_LOOPBACK',
    KC_LOG_CONSOLE_OUTPUT: 'json',
    KC_HTTP_METRICS_HISTOGRAMS_ENABLED: 'true',
    KC_SHUTDOWN_TIMEOUT: `${finishSeconds}s`,
  };
}

/** The name of the administrator that the first start creates. Meant to be replaced by accounts of people. */
export const bootstrapAdmin = 'admin';

/**
 * The end point's facts in Keycloak's own words. The server's certificate is
 * always verified, against the platform's authority or, where the end point
 * names none, the public ones.
 * @throws when a fact is missing
 */
export function databaseOptions(scope: Construct, { values, files }: WiredFacts): Variables {
  const fact = (from: Variables, name: string): string => {
    const value = from[name];
    if (value !== undefined) return value;
    throw invalidProp(scope, {
      prop: 'database',
      got: `an end point that tells ${[...Object.keys(values), ...Object.keys(files)].join(', ') || 'nothing'}`,
      expected: `one whose wiring also tells ${name}`,
      fix: 'pass the end point of a PostgreSQL database: postgres.database(…)',
    });
  };
  return {
    KC_DB_URL_HOST: fact(values, 'HOST'),
    KC_DB_URL_PORT: fact(values, 'PORT'),
    KC_DB_URL_DATABASE: fact(values, 'NAME'),
    KC_DB_USERNAME: fact(values, 'USER'),
    // Not KC_DB_PASSWORD_FILE: Keycloak would take that for the password of a second database named `file`.
    DATABASE_PASSWORD_FILE: fact(files, 'PASSWORD'),
    KC_DB_TLS_MODE: 'verify-server',
    ...(files.CA === undefined ? {} : { KC_DB_TLS_TRUST_STORE_FILE: files.CA }),
  };
}
