import type { KubernetesObject } from '../../lib/contracts';

/** The fields of rendered workloads that a pod on this machine is made from. */
export interface Workload extends KubernetesObject {
  readonly spec: {
    readonly replicas?: number;
    /** The headless Service under which each pod of a StatefulSet has a name. */
    readonly serviceName?: string;
    readonly template: { readonly spec: PodSpec };
    readonly volumeClaimTemplates?: readonly { readonly metadata: { readonly name: string } }[];
  };
}

export interface PodSpec {
  readonly securityContext: { readonly runAsUser: number; readonly runAsGroup: number; readonly fsGroup: number };
  readonly initContainers?: readonly ContainerSpec[];
  readonly containers: readonly ContainerSpec[];
  readonly volumes?: readonly VolumeSpec[];
}

export interface ContainerSpec {
  readonly name: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly {
    readonly name: string;
    readonly value?: string;
    readonly valueFrom?: { readonly fieldRef: { readonly fieldPath: string } };
  }[];
  readonly securityContext: { readonly runAsUser: number; readonly runAsGroup: number };
  readonly volumeMounts?: readonly {
    readonly name: string;
    readonly mountPath: string;
    readonly subPath?: string;
    readonly readOnly?: boolean;
  }[];
  readonly startupProbe?: ProbeSpec;
  readonly readinessProbe?: ProbeSpec;
  readonly livenessProbe?: ProbeSpec;
  readonly lifecycle?: { readonly preStop?: { readonly exec: { readonly command: readonly string[] } } };
}

export interface ProbeSpec {
  readonly exec?: { readonly command: readonly string[] };
  readonly httpGet?: { readonly path: string; readonly port: number; readonly scheme?: string };
  readonly tcpSocket?: { readonly port: number };
  readonly timeoutSeconds: number;
  readonly periodSeconds: number;
  readonly failureThreshold: number;
}

export interface VolumeSpec {
  readonly name: string;
  readonly emptyDir?: { readonly sizeLimit: string; readonly medium?: string };
  readonly configMap?: FileSource & { readonly name: string };
  readonly secret?: FileSource & { readonly secretName: string };
  readonly projected?: { readonly defaultMode?: number; readonly sources?: readonly ProjectedSource[] };
}

/** One of the fields is there. */
export interface ProjectedSource {
  readonly secret?: Omit<FileSource, 'defaultMode'> & { readonly name: string };
  readonly configMap?: Omit<FileSource, 'defaultMode'> & { readonly name: string };
  readonly serviceAccountToken?: { readonly path: string };
  readonly downwardAPI?: {
    readonly items: readonly { readonly path: string; readonly fieldRef: { readonly fieldPath: string } }[];
  };
}

interface FileSource {
  readonly defaultMode: number;
  readonly items?: readonly { readonly key: string; readonly path: string }[];
}
