import { hostLimits, routeLimit } from './edge-clients';
import { answerHeadersFile } from './edge-headers';
import type { Route } from './edge-route';
import type { EdgeSettings } from './edge-settings';
import { hostsOf } from './edge-settings';
import { passTo, serviceHeadersFile } from './edge-upstreams';
import { httpPort, httpsPort, include } from './nginx-process';
import type { Lines } from './nginx-text';
import { block, part, sizeOf } from './nginx-text';

const tlsListener = `${httpsPort.number} ssl`;
const plainListener = String(httpPort.number);
const redirect = 'return 308 https://$host$request_uri;';

/** The listeners for clients: each host once, and nothing for hosts that are not ours. */
export function servers(settings: EdgeSettings): Lines {
  const hosts = hostsOf(settings.routes);
  return settings.terminatesTls ? tlsHosts(hosts, settings) : proxiedHosts(hosts, settings);
}

function tlsHosts(hosts: readonly string[], settings: EdgeSettings): Lines {
  return [
    ...part(
      'Other hosts: no certificate, no content. What is said of HTTP/2 here holds for the whole port: it is written in\n' +
        'the one way that every NGINX knows; since 1.25.1 that costs one warning at the start.',
      block('server', [`listen ${tlsListener} http2 default_server;`, 'ssl_reject_handshake on;', 'return 421;']),
      block('server', [`listen ${plainListener} default_server;`, 'return 421;']),
    ),
    ...part(
      'Plain HTTP leads to TLS, with the same method and body.',
      block('server', [
        `listen ${plainListener};`,
        'server_name',
        ...hosts.map((host, index) => `    ${host}${index === hosts.length - 1 ? ';' : ''}`),
        redirect,
      ]),
    ),
    ...hosts.flatMap((host) => hostServer(host, [`listen ${tlsListener};`, `server_name ${host};`], settings)),
  ];
}

function proxiedHosts(hosts: readonly string[], settings: EdgeSettings): Lines {
  return [
    ...part('Other hosts: no content.', block('server', [`listen ${plainListener} default_server;`, 'return 421;'])),
    ...hosts.flatMap((host) =>
      hostServer(
        host,
        [`listen ${plainListener};`, `server_name ${host};`, ...block('if ($client_scheme != https)', [redirect])],
        settings,
      ),
    ),
  ];
}

function hostServer(host: string, listen: Lines, { rateLimit, routes }: EdgeSettings): Lines {
  const own = routes.filter((route) => route.host === host).sort(longestPathFirst);
  const rest = own.some(({ path }) => path === '/') ? [] : ['', ...block('location /', ['return 404;'])];
  return part(
    host,
    block('server', listen, hostLimits(rateLimit), [include(answerHeadersFile)], own.flatMap(locations), rest),
  );
}

/** A path and everything below it: NGINX's own prefixes do not end at slashes. */
function locations(route: Route): Lines {
  const content = locationContent(route);
  if (route.path === '/') return ['', ...block('location /', content)];
  return ['', ...block(`location = ${route.path}`, content), ...block(`location ${route.path}/`, content)];
}

function locationContent(route: Route): Lines {
  const { cacheControl, maxBodySize, timeoutSeconds, websocket, upstream } = route;
  return [
    include(serviceHeadersFile),
    ...(websocket
      ? ['proxy_set_header Upgrade $upgrade_to;', 'proxy_set_header Connection $upgrade_connection;']
      : ['proxy_set_header Connection "";']),
    ...routeLimit(route),
    ...(maxBodySize === undefined ? [] : [`client_max_body_size ${sizeOf(maxBodySize)};`]),
    ...(timeoutSeconds === undefined
      ? []
      : [`proxy_read_timeout ${timeoutSeconds}s;`, `proxy_send_timeout ${timeoutSeconds}s;`]),
    ...(cacheControl === undefined
      ? []
      : [
          include(answerHeadersFile),
          'proxy_hide_header Cache-Control;',
          'proxy_hide_header Expires;',
          `add_header Cache-Control "${cacheControl}";`,
        ]),
    ...passTo(upstream),
  ];
}

function longestPathFirst(one: Route, other: Route): number {
  return other.path.length - one.path.length || (one.path < other.path ? -1 : 1);
}
