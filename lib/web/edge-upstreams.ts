import type { Upstream } from './edge-route';
import { requestId } from './nginx-access-log';
import type { Lines } from './nginx-text';
import { block, part } from './nginx-text';

/** The file with what services learn of a request. */
export const serviceHeadersFile = 'service-headers.conf';

/** The port that clients see: the edge's own number means nothing to them. */
const publicPort = 443;
/** Within the cluster; a service that takes longer to accept is not there. */
const connectSeconds = 5;
/** Idle connections to each service that a worker keeps. */
const idleConnections = 32;
/** Below the 5 s after which Node.js and Uvicorn close idle connections, so that the edge is always first and no request is lost. */
const idleSeconds = 4;
/** How long one connection serves: new replicas get their share within this time. */
const connectionSeconds = 60;

/** The services behind the edge. */
export function upstreams(services: readonly Upstream[]): Lines {
  return part(
    'The services. Their names are resolved once, when NGINX starts: a Service keeps its address for life,\n' +
      'and the cluster spreads connections over its pods. A connection lives for a minute, so that new pods get their share.',
    ...services.map(({ name, host, port }) =>
      block(`upstream ${name}`, [
        `server ${host}:${port} max_fails=0;`,
        `keepalive ${idleConnections};`,
        `keepalive_timeout ${idleSeconds}s;`,
        `keepalive_time ${connectionSeconds}s;`,
      ]),
    ),
  );
}

/** How requests are passed on. */
export function passingOn(timeoutSeconds: number): Lines {
  const silence = `${timeoutSeconds}s`;
  return [
    ...part('How long a service may take to accept, and stay silent.', [
      `proxy_connect_timeout ${connectSeconds}s;`,
      `proxy_read_timeout ${silence};`,
      `proxy_send_timeout ${silence};`,
    ]),
    ...part(
      'Bodies are passed on as they come: what is stored on the way could fill the disk.\n' +
        'A request is sent again only when a kept connection turned out to be closed, and never when it changes something.',
      [
        'proxy_http_version 1.1;',
        'proxy_request_buffering off;',
        'proxy_max_temp_file_size 0;',
        'proxy_buffer_size 16k;',
        'proxy_buffers 4 16k;',
        'proxy_busy_buffers_size 32k;',
        'proxy_next_upstream error;',
        'proxy_next_upstream_tries 2;',
      ],
    ),
    ...part(
      'An upgrade leads to a websocket and to nothing else, where a route allows it.',
      block('map $http_upgrade $upgrade_to', ['"~*^websocket$" websocket;', 'default "";']),
      block('map $upgrade_to $upgrade_connection', ['websocket upgrade;', 'default "";']),
    ),
  ];
}

/** `service-headers.conf`: what services learn of a request. What clients say of themselves is replaced, not extended. */
export function serviceHeaders(schemeVariable: string): Lines {
  return [
    '# What services learn of a request. What a client says of itself is replaced.',
    ...[
      'Host $host',
      `X-Request-ID ${requestId}`,
      'X-Real-IP $remote_addr',
      'X-Forwarded-For $remote_addr',
      'X-Forwarded-Host $host',
      `X-Forwarded-Port ${publicPort}`,
      `X-Forwarded-Proto ${schemeVariable}`,
      'Forwarded ""',
      'Proxy ""',
    ].map((header) => `proxy_set_header ${header};`),
  ];
}

/** How a service is reached: in the clear, or by TLS with a certificate that is checked. */
export function passTo({ name, host, authorityFile }: Upstream): Lines {
  if (authorityFile === undefined) return [`proxy_pass http://${name};`];
  return [
    'proxy_ssl_protocols TLSv1.2 TLSv1.3;',
    'proxy_ssl_verify on;',
    `proxy_ssl_trusted_certificate ${authorityFile};`,
    'proxy_ssl_server_name on;',
    `proxy_ssl_name ${host};`,
    `proxy_pass https://${name};`,
  ];
}
