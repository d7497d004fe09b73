import type { Image } from '../core';
import { helperResources } from '../core';
import type { Mount, Pods } from '../workloads';

/** What the container beside the server watches. */
export interface ReloaderProps {
  readonly image: Image;
  /** Where it finds the scripts, the socket, the certificate and the password. */
  readonly mounts: readonly Mount[];
  readonly scripts: string;
  readonly socketDirectory: string;
  readonly certificateFile: string;
  readonly passwordFile: string;
  readonly superuser: string;
}

/** It looks every 10 s, so after this long without a look it is stuck. */
const stuckMinutes = { readiness: 2, liveness: 5 } as const;

/**
 * Adds a container that keeps a running server in step with its Secrets: it
 * reloads a renewed certificate and sets a rotated password of the superuser.
 * It speaks to the server over its socket, as the same user, without a password.
 */
export function addReloader(pods: Pods, props: ReloaderProps): void {
  const heartbeat = `${props.socketDirectory}/reload.heartbeat`;
  const beating = (minutes: number): { readonly exec: readonly string[] } => ({
    exec: ['sh', '-c', `test -n "$(find ${heartbeat} -mmin -${minutes})"`],
  });
  pods.addSidecar('reload', {
    image: props.image,
    resources: helperResources,
    command: ['sh', `${props.scripts}/reload.sh`],
    env: {
      PGHOST: props.socketDirectory,
      PGUSER: props.superuser,
      CERTIFICATE_FILE: props.certificateFile,
      PASSWORD_FILE: props.passwordFile,
      HEARTBEAT_FILE: heartbeat,
      SCRIPTS: props.scripts,
    },
    mounts: props.mounts,
    probes: { readiness: beating(stuckMinutes.readiness), liveness: beating(stuckMinutes.liveness) },
  });
}
