import type { Resources } from '../core';
import type { Files } from '../workloads';
import { accessLog } from './nginx-access-log';
import { compression } from './nginx-compression';
import { probeServers } from './nginx-probes';
import { httpPort, processLines, temporaryPaths } from './nginx-process';
import type { Lines } from './nginx-text';
import { block, fileOf, part } from './nginx-text';

/** Everything that the configuration of a static site follows from. */
export interface FrontendSettings {
  readonly service: string;
  readonly resources: Resources;
  readonly shutdownSeconds: number;
  readonly root: string;
  readonly singlePage: boolean;
  readonly immutablePaths: readonly string[];
}

/** Longer than the edge keeps idle connections, so that it is never the site that closes one just as it is used. */
const idleSeconds = 65;
/** A year: the longest that caches honor. */
const immutableSeconds = 31_536_000;

/** The files of a static site: `nginx.conf` alone. */
export function frontendFiles(settings: FrontendSettings): Files {
  const { service, resources, shutdownSeconds } = settings;
  return {
    'nginx.conf': fileOf(
      processLines(resources, shutdownSeconds),
      [''],
      block(
        'http',
        ['include /etc/nginx/mime.types;', 'default_type application/octet-stream;'],
        ['server_tokens off;', 'absolute_redirect off;', 'sendfile on;', 'tcp_nopush on;'],
        [`keepalive_timeout ${idleSeconds}s;`, ...temporaryPaths],
        // The edge alone may connect, and names the client.
        accessLog({ service, client: '$http_x_forwarded_for' }),
        compression,
        site(settings),
        probeServers,
      ),
    ),
  };
}

function site({ root, singlePage, immutablePaths }: FrontendSettings): Lines {
  const caching = immutablePaths.map((path) => `"~^${path}" "public, max-age=${immutableSeconds}, immutable";`);
  return [
    ...part(
      'Files with a hash in their name never change. All others are asked for each time, and sent when they have changed.',
      block('map $uri $cache_control', caching, ['default "no-cache";']),
    ),
    ...part(
      'The site. Its security headers are those of the edge.',
      block(
        'server',
        [`listen ${httpPort.number};`, `root ${root};`],
        ['add_header Cache-Control $cache_control;', 'gzip_static on;', ''],
        immutablePaths.flatMap((path) => block(`location ${path}`, ['try_files $uri =404;'])),
        block('location ~ /\\.(?!well-known/)', ['return 404;']),
        block('location /', [`try_files $uri ${singlePage ? '/index.html' : '$uri/index.html'} =404;`]),
      ),
    ),
  ];
}
