/** A field, label or annotation that Kubernetes has given up, and what took its place. */
export interface Retired {
  readonly use: string;
  /** What happened to it, with the version. */
  readonly since: string;
}

/** Annotations, by key. Where a key ends in `/`, every key that starts with it is meant. */
export const retiredAnnotations: Readonly<Record<string, Retired>> = {
  'kubernetes.io/ingress.class': { use: 'spec.ingressClassName', since: 'deprecated in 1.18' },
  'seccomp.security.alpha.kubernetes.io/pod': { use: 'securityContext.seccompProfile', since: 'ignored since 1.27' },
  'container.seccomp.security.alpha.kubernetes.io/': {
    use: 'securityContext.seccompProfile of the container',
    since: 'ignored since 1.27',
  },
  'container.apparmor.security.beta.kubernetes.io/': {
    use: 'securityContext.appArmorProfile, or the default profile of the container runtime',
    since: 'deprecated in 1.30',
  },
  'scheduler.alpha.kubernetes.io/critical-pod': { use: 'spec.priorityClassName', since: 'ignored since 1.16' },
  'volume.beta.kubernetes.io/storage-class': { use: 'spec.storageClassName', since: 'deprecated in 1.8' },
  'service.alpha.kubernetes.io/tolerate-unready-endpoints': {
    use: 'spec.publishNotReadyAddresses',
    since: 'deprecated in 1.11',
  },
  'service.kubernetes.io/topology-aware-hints': {
    use: 'spec.trafficDistribution, or no hint',
    since: 'deprecated in 1.27',
  },
  'service.kubernetes.io/topology-mode': { use: 'spec.trafficDistribution, or no hint', since: 'deprecated in 1.33' },
};

/** Labels of nodes, by which pods were placed. */
export const retiredNodeLabels: Readonly<Record<string, Retired>> = {
  'beta.kubernetes.io/arch': { use: 'kubernetes.io/arch', since: 'deprecated in 1.14' },
  'beta.kubernetes.io/os': { use: 'kubernetes.io/os', since: 'deprecated in 1.14' },
  'beta.kubernetes.io/instance-type': { use: 'node.kubernetes.io/instance-type', since: 'deprecated in 1.17' },
  'failure-domain.beta.kubernetes.io/region': { use: 'topology.kubernetes.io/region', since: 'deprecated in 1.17' },
  'failure-domain.beta.kubernetes.io/zone': { use: 'topology.kubernetes.io/zone', since: 'deprecated in 1.17' },
  'node-role.kubernetes.io/master': { use: 'node-role.kubernetes.io/control-plane', since: 'removed in 1.25' },
};

/** Fields of a pod's spec. */
export const retiredPodFields: Readonly<Record<string, Retired>> = {
  serviceAccount: { use: 'serviceAccountName', since: 'deprecated since 1.0' },
};

/** Fields of a Service's spec. */
export const retiredServiceFields: Readonly<Record<string, Retired>> = {
  externalIPs: { use: 'a Service of type LoadBalancer, or a Gateway', since: 'deprecated in 1.36' },
  loadBalancerIP: { use: 'an annotation of the load balancer, or a Gateway', since: 'deprecated in 1.24' },
};

const csi = 'a persistent volume claim, or a csi volume';

/** Kinds of volumes, in pods and in persistent volumes. */
export const retiredVolumes: Readonly<Record<string, Retired>> = {
  awsElasticBlockStore: { use: csi, since: 'removed in 1.27' },
  azureDisk: { use: csi, since: 'deprecated in 1.19' },
  azureFile: { use: csi, since: 'deprecated in 1.21' },
  cephfs: { use: csi, since: 'removed in 1.31' },
  cinder: { use: csi, since: 'removed in 1.26' },
  flexVolume: { use: csi, since: 'deprecated in 1.23' },
  flocker: { use: csi, since: 'removed in 1.25' },
  gcePersistentDisk: { use: csi, since: 'removed in 1.28' },
  gitRepo: { use: 'an init container and an emptyDir', since: 'switched off in 1.33' },
  glusterfs: { use: csi, since: 'removed in 1.26' },
  portworxVolume: { use: csi, since: 'deprecated in 1.25' },
  quobyte: { use: csi, since: 'removed in 1.25' },
  rbd: { use: csi, since: 'removed in 1.31' },
  scaleIO: { use: csi, since: 'removed in 1.22' },
  storageos: { use: csi, since: 'removed in 1.25' },
  vsphereVolume: { use: csi, since: 'deprecated in 1.19' },
};
