import type { PodPort } from '../contracts';
import type { Resources } from '../core';
import type { Lines } from './nginx-text';
import { block, comment, part } from './nginx-text';

/** Where the configuration is mounted: beside what the image brings, which is not read. */
export const configDirectory = '/etc/nginx/drydock';

/** The only directory that NGINX writes to. */
export const scratchDirectory = '/tmp';

/** Requests over plain HTTP. */
export const httpPort: PodPort = { name: 'http', number: 8080, protocol: 'TCP' };
/** Requests over TLS. */
export const httpsPort: PodPort = { name: 'https', number: 8443, protocol: 'TCP' };

/** What one connection takes at its worst: half of the buffers of a request that is passed on, which holds two. */
const bytesPerConnection = 64 * 2 ** 10;
/** The other half of the memory is for the program itself and its shared zones. */
const memoryShare = 0.5;
/** Listening sockets, log files, certificates and the like. */
const otherFiles = 64;

/** How many worker processes, and connections in each, fit into a container. */
export function capacityOf({ cpuLimit, memory }: Resources): {
  readonly workers: number;
  readonly connections: number;
} {
  const workers = Math.max(1, Math.ceil(cpuLimit.millicores / 1000));
  return { workers, connections: Math.floor((memory.value * memoryShare) / bytesPerConnection / workers) };
}

/** What stands outside of `http`: the processes, and how many connections they take. */
export function processLines(resources: Resources, shutdownSeconds: number): Lines {
  const { workers, connections } = capacityOf(resources);
  return [
    ...comment('Generated: change the description, not this file.'),
    ...part(
      `The first process of its container. One worker for each core of the limit (${resources.cpuLimit.toString()}).`,
      [
        'daemon off;',
        `worker_processes ${workers};`,
        `worker_rlimit_nofile ${connections + otherFiles};`,
        `pid ${scratchDirectory}/nginx.pid;`,
        'error_log stderr warn;',
      ],
    ),
    ...part('A worker that is told to stop (SIGQUIT) finishes what it has begun, but takes no longer than this.', [
      `worker_shutdown_timeout ${shutdownSeconds}s;`,
    ]),
    ...part(
      `As many connections as fit into half of the memory (${resources.memory.toString()}).`,
      block('events', [`worker_connections ${connections};`]),
    ),
  ];
}

/** Directories for what does not fit into memory. All are named, because the built-in ones cannot be written. */
export const temporaryPaths: Lines = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
  (module) => `${module}_temp_path ${scratchDirectory}/${module};`,
);

/** An `include` of another of the mounted files. */
export function include(file: string): string {
  return `include ${configDirectory}/${file};`;
}
