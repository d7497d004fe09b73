import type { Files } from '../workloads';
import { clientAddress, clientScheme, limitZones } from './edge-clients';
import { answerHeaders, answerHeadersFile, headerVariables } from './edge-headers';
import type { EdgeSettings } from './edge-settings';
import { hostsOf } from './edge-settings';
import { servers } from './edge-servers';
import { tls } from './edge-tls';
import { passingOn, serviceHeaders, serviceHeadersFile, upstreams } from './edge-upstreams';
import { accessLog } from './nginx-access-log';
import { compression } from './nginx-compression';
import { probeServers } from './nginx-probes';
import { processLines, temporaryPaths } from './nginx-process';
import type { Lines } from './nginx-text';
import { block, fileOf, part, sizeOf } from './nginx-text';

/** The slowest request that is not an attack: a header, and the pause within a body, on a bad line. */
const patienceSeconds = 10;
/** Idle connections of browsers: longer than it takes to read a page. */
const idleSeconds = 65;
/** Longer than proxies keep idle connections (Traefik 90 s, Envoy an hour), so that none is closed just as it is used. */
const proxyIdleSeconds = 3660;

/** The files of an edge: `nginx.conf`, and the headers for either side. */
export function edgeFiles(settings: EdgeSettings): Files {
  const scheme = settings.terminatesTls ? '$scheme' : '$client_scheme';
  return {
    'nginx.conf': fileOf(processLines(settings.resources, settings.shutdownSeconds), [''], http(settings, scheme)),
    [serviceHeadersFile]: fileOf(serviceHeaders(scheme)),
    [answerHeadersFile]: fileOf(answerHeaders),
  };
}

function http(settings: EdgeSettings, scheme: string): Lines {
  const { service, resources, terminatesTls, trustedProxies, rateLimit, timeoutSeconds, headers, routes } = settings;
  const services = new Map(routes.map(({ upstream }) => [upstream.name, upstream]));
  return block(
    'http',
    ['server_tokens off;', 'default_type text/plain;', 'server_names_hash_bucket_size 512;', ...temporaryPaths],
    accessLog({ service, client: '$remote_addr' }),
    clientAddress(trustedProxies),
    terminatesTls ? tls : clientScheme(trustedProxies),
    limitZones(rateLimit, routes, resources),
    patience(settings),
    compression,
    headerVariables(headers, hostsOf(routes), scheme),
    passingOn(timeoutSeconds),
    upstreams([...services.values()]),
    servers(settings),
    probeServers,
  );
}

function patience({ maxBodySize, terminatesTls }: EdgeSettings): Lines {
  return part('How much a client may send, and how long it may take. Whoever is slower is cut off.', [
    `client_max_body_size ${sizeOf(maxBodySize)};`,
    'large_client_header_buffers 4 16k;',
    `client_header_timeout ${patienceSeconds}s;`,
    `client_body_timeout ${patienceSeconds}s;`,
    `send_timeout ${patienceSeconds}s;`,
    `keepalive_timeout ${terminatesTls ? idleSeconds : proxyIdleSeconds}s;`,
    'reset_timedout_connection on;',
  ]);
}
