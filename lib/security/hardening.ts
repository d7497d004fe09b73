import type * as k8s from 'cdk8s-plus-27/lib/imports/k8s';

/**
 * The user and group of every container whose image does not insist on another:
 * above 10,000, where no account of a node stands (CKV_K8S_40, KSV-0020/0021).
 */
export const unprivilegedId = 10001;

/** Who a pod runs as. */
export interface RunAs {
  readonly user: number;
  readonly group: number;
}

export const unprivileged: RunAs = { user: unprivilegedId, group: unprivilegedId };

/** The pod-level half of the "restricted" Pod Security Standard; files on volumes belong to the group. */
export function podSecurityContext({ user, group }: RunAs): k8s.PodSecurityContext {
  return {
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: group,
    fsGroup: group,
    fsGroupChangePolicy: 'OnRootMismatch',
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** The container-level half. It repeats what the pod says, because some scanners and admission rules read only this one. */
export function containerSecurityContext({ user, group }: RunAs): k8s.SecurityContext {
  return {
    privileged: false,
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: group,
    capabilities: { drop: ['ALL'] },
    seccompProfile: { type: 'RuntimeDefault' },
  };
}
