import type { PodPort } from '../contracts';
import type { Probes } from '../workloads';
import { scratchDirectory } from './nginx-process';
import type { Lines } from './nginx-text';
import { block, part } from './nginx-text';

/** The kubelet's questions. No Service offers it. */
export const healthPort: PodPort = { name: 'health', number: 8081, protocol: 'TCP' };
/** The figures of `stub_status`. Nobody reaches it without a declared connection. */
export const statusPort: PodPort = { name: 'status', number: 8082, protocol: 'TCP' };

/** Where the figures stand. */
export const statusPath = '/stub_status';

const livePath = '/live';
const readyPath = '/ready';
/** Exists from the moment on at which the pod is told to leave. */
const drainingMark = `${scratchDirectory}/draining`;

/**
 * Ready as long as it is not about to leave, alive as long as it answers.
 * Services behind it are no part of either: a restart would not mend them.
 */
export const nginxProbes: Probes = {
  readiness: { http: readyPath, port: healthPort, periodSeconds: 5 },
  liveness: { http: livePath, port: healthPort },
};

/** Says that the pod is leaving, and waits until no new requests arrive. */
export function drainCommand(seconds: number): readonly string[] {
  return ['sh', '-c', `touch ${drainingMark} && sleep ${seconds}`];
}

/** The listeners for the kubelet and for scrapers. */
export const probeServers: Lines = [
  ...part(
    'For the kubelet.',
    block(
      'server',
      [`listen ${healthPort.number};`, 'access_log off;'],
      block(`location = ${livePath}`, ['return 200 "live\\n";']),
      block(`location = ${readyPath}`, block(`if (-f ${drainingMark})`, ['return 503;']), ['return 200 "ready\\n";']),
      block('location /', ['return 404;']),
    ),
  ),
  ...part(
    'For scrapers.',
    block(
      'server',
      [`listen ${statusPort.number};`, 'access_log off;'],
      block(`location = ${statusPath}`, ['stub_status;']),
      block('location /', ['return 404;']),
    ),
  ),
];
