import type * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import type { Manifest } from '../contracts';
import type * as custom from './custom-specs';
import type { Rendered } from './rendered';

/** The type of each kind's `spec`, for the kinds that rules look into. */
export interface Specs {
  readonly Deployment: k8s.DeploymentSpec;
  readonly StatefulSet: k8s.StatefulSetSpec;
  readonly DaemonSet: k8s.DaemonSetSpec;
  readonly ReplicaSet: k8s.ReplicaSetSpec;
  readonly Job: k8s.JobSpec;
  readonly CronJob: k8s.CronJobSpec;
  readonly Service: k8s.ServiceSpec;
  readonly Ingress: k8s.IngressSpec;
  readonly NetworkPolicy: k8s.NetworkPolicySpec;
  readonly PodDisruptionBudget: k8s.PodDisruptionBudgetSpec;
  readonly HorizontalPodAutoscaler: k8s.HorizontalPodAutoscalerSpecV2;
  readonly PersistentVolumeClaim: k8s.PersistentVolumeClaimSpec;
  readonly ResourceQuota: k8s.ResourceQuotaSpec;
  readonly LimitRange: k8s.LimitRangeSpec;
  readonly Certificate: custom.CertificateSpec;
  readonly Issuer: custom.IssuerSpec;
  readonly ClusterIssuer: custom.IssuerSpec;
  readonly ExternalSecret: custom.ExternalSecretSpec;
  readonly SecretStore: custom.SecretStoreSpec;
  readonly ClusterSecretStore: custom.SecretStoreSpec;
  readonly Gateway: custom.GatewaySpec;
  readonly HTTPRoute: custom.HttpRouteSpec;
  readonly VerticalPodAutoscaler: custom.VerticalPodAutoscalerSpec;
  readonly ScaledObject: custom.ScaledObjectSpec;
  readonly Cluster: custom.ClusterSpec;
  readonly Pooler: custom.PoolerSpec;
}

/** The object's spec, typed, when it is of that kind; an empty one when it has none. */
export function specOf<K extends keyof Specs>(kind: K, { object }: Manifest): Rendered<Specs[K]> | undefined {
  return object.kind === kind ? ((object.spec ?? {}) as Rendered<Specs[K]>) : undefined;
}
