import type { Construct } from 'constructs';
import type { Image, Resources } from '../core';
import { Bytes, objectName } from '../core';
import type { Availability, Files, Mount, Scaling, StatelessWorkloadProps } from '../workloads';
import { ConfigFiles, configVolume, scratch, StatelessWorkload } from '../workloads';
import { drainCommand, healthPort, nginxProbes, statusPort } from './nginx-probes';
import { configDirectory, scratchDirectory } from './nginx-process';

/** What the environment says of an NGINX: its image and how much of it there is. */
export interface NginxSizing {
  readonly image: Image;
  readonly resources: Resources;
  readonly scaling: Scaling;
  readonly availability: Availability;
  /** Plain variables for the image. @default - none */
  readonly env?: Readonly<Record<string, string>>;
}

/** What an NGINX serves, and how it stops. */
export interface NginxProps extends NginxSizing {
  /** `nginx.conf`, and what it includes. */
  readonly files: () => Files;
  /** The ports and the Service. */
  readonly service: Pick<
    StatelessWorkloadProps,
    'ports' | 'servicePorts' | 'serviceType' | 'serviceAnnotations' | 'loadBalancerSourceRanges'
  >;
  /** @default - the configuration and a scratch directory */
  readonly mounts?: readonly Mount[];
  /** How long new requests may still arrive after the pod is told to leave. */
  readonly drainSeconds: number;
  /** How long a request that has begun may take after that. */
  readonly shutdownSeconds: number;
}

/** The process file, the mark of leaving, and nothing else: bodies are passed on as they come. */
const scratchSize = Bytes.mebi(16);
/** Between the last cut connection and the kernel's end. */
const marginSeconds = 5;

/**
 * An NGINX with a configuration of its own: a `StatelessWorkload` and a
 * ConfigMap. It runs as its container's first process, without the image's
 * start scripts, so the root can be read-only. The image stops it by SIGQUIT
 * (its STOPSIGNAL), at which it finishes what it has begun.
 */
export function createNginx(scope: Construct, name: string, props: NginxProps): StatelessWorkload {
  const { files, service, mounts = [], drainSeconds, shutdownSeconds, env, ...sizing } = props;
  const config = new ConfigFiles(scope, 'Config', objectName(name, 'nginx'), files);
  return new StatelessWorkload(scope, name, {
    ...sizing,
    ...service,
    ...(env === undefined ? {} : { env }),
    priority: 'web',
    podPorts: [healthPort, statusPort],
    command: ['nginx', '-e', 'stderr', '-c', `${configDirectory}/nginx.conf`],
    mounts: [
      { path: configDirectory, volume: configVolume('config', config) },
      { path: scratchDirectory, volume: scratch('scratch', scratchSize) },
      ...mounts,
    ],
    probes: nginxProbes,
    preStop: drainCommand(drainSeconds),
    terminationGracePeriodSeconds: drainSeconds + shutdownSeconds + marginSeconds,
  });
}
