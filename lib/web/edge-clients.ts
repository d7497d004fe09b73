import type { Resources } from '../core';
import type { Route } from './edge-route';
import { capacityOf } from './nginx-process';
import type { Lines } from './nginx-text';
import { block, part } from './nginx-text';
import type { RateLimit } from './rate-limit';

/** NGINX takes no more than this for a limit of connections. */
const mostConnections = 65_535;
/** What one address takes in a zone (nginx.org, limit_req_zone, 64-bit). */
const bytesPerAddress = 128;
/** Room for some 32,000 addresses; of more, those that were silent for longest are forgotten. */
const requestZone = '4m';

/**
 * Who asks. Without a proxy in front it is whoever connects, whatever the
 * request says; else it is the last address in X-Forwarded-For that is no
 * trusted proxy.
 */
export function clientAddress(trustedProxies: readonly string[]): Lines {
  if (trustedProxies.length === 0) return [];
  return part('Only these proxies are believed when they say from where a request comes.', [
    ...trustedProxies.map((cidr) => `set_real_ip_from ${cidr};`),
    'real_ip_header X-Forwarded-For;',
    'real_ip_recursive on;',
  ]);
}

/** Whether the client spoke TLS, when it is a proxy in front that knows. */
export function clientScheme(trustedProxies: readonly string[]): Lines {
  return part(
    'Whether the client spoke TLS: the proxy in front knows, and nobody else is believed.',
    block('geo $realip_remote_addr $through_trusted_proxy', [
      'default no;',
      ...trustedProxies.map((cidr) => `${cidr} yes;`),
    ]),
    block('map $through_trusted_proxy:$http_x_forwarded_proto $client_scheme', [
      '"~*^yes:https(,|$)" https;',
      'default $scheme;',
    ]),
  );
}

/** What is counted: requests and connections by client, apart for each route with a limit of its own. */
export function limitZones({ requestsPerSecond }: RateLimit, routes: readonly Route[], resources: Resources): Lines {
  const own = routes.flatMap((route) =>
    route.rateLimit
      ? [`limit_req_zone $binary_remote_addr zone=${zoneOf(route)}:${requestZone} rate=${rate(route.rateLimit)};`]
      : [],
  );
  return part('Requests and connections are counted for each client address. Too many are answered with 429.', [
    `limit_req_zone $binary_remote_addr zone=requests:${requestZone} rate=${rate({ requestsPerSecond })};`,
    ...own,
    `limit_conn_zone $binary_remote_addr zone=connections:${connectionZone(resources)};`,
    'limit_req_status 429;',
    'limit_conn_status 429;',
    'limit_req_log_level warn;',
    'limit_conn_log_level warn;',
  ]);
}

/** The limits of a host. A client may have as many requests on the way at once as may come in a burst. */
export function hostLimits({ burst }: RateLimit): Lines {
  return [
    `limit_req zone=requests burst=${burst} nodelay;`,
    `limit_conn connections ${Math.min(burst, mostConnections)};`,
  ];
}

/** The limit of a route, in place of the host's. */
export function routeLimit(route: Route): Lines {
  return route.rateLimit ? [`limit_req zone=${zoneOf(route)} burst=${route.rateLimit.burst} nodelay;`] : [];
}

/** Room for every connection that there can be, twice: when this zone is full, nobody is served. */
function connectionZone(resources: Resources): string {
  const { workers, connections } = capacityOf(resources);
  return `${Math.ceil((2 * bytesPerAddress * workers * connections) / 2 ** 20)}m`;
}

function zoneOf({ host, path }: Route): string {
  return `${host}${path}`;
}

function rate({ requestsPerSecond }: Pick<RateLimit, 'requestsPerSecond'>): string {
  return `${requestsPerSecond}r/s`;
}
