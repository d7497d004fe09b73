/** An API version of some kinds that clusters stop to serve, or will. */
export interface RetiredApi {
  readonly kinds: readonly string[];
  /** The Kubernetes version (or that of the operator) that deprecated it. */
  readonly deprecatedIn?: string;
  /** The first version that does not serve it. */
  readonly removedIn?: string;
  /** What to write instead. */
  readonly use: string;
  /** The version that first served the replacement, where the other dates are not published. */
  readonly usableSince?: string;
}

const webhooks = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'];
const admissionPolicies = ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding'];
const roles = ['Role', 'RoleBinding', 'ClusterRole', 'ClusterRoleBinding'];
const flowControl = ['FlowSchema', 'PriorityLevelConfiguration'];
const deviceClaims = ['DeviceClass', 'ResourceClaim', 'ResourceClaimTemplate', 'ResourceSlice'];
const certificates = ['Certificate', 'CertificateRequest', 'Issuer', 'ClusterIssuer'];
const stores = ['ExternalSecret', 'ClusterExternalSecret', 'SecretStore', 'ClusterSecretStore'];
const routes = ['Gateway', 'GatewayClass', 'HTTPRoute'];

const apps = { deprecatedIn: '1.9', removedIn: '1.16', use: 'apps/v1' };
const certManager = { deprecatedIn: 'cert-manager 1.4', removedIn: 'cert-manager 1.6', use: 'cert-manager.io/v1' };
const externalSecrets = { removedIn: 'External Secrets 0.17', use: 'external-secrets.io/v1' };
const recommender = { kinds: ['VerticalPodAutoscaler'], use: 'autoscaling.k8s.io/v1' };

/**
 * What is deprecated or gone by Kubernetes 1.37, by API version.
 *
 * From the Kubernetes deprecated-API migration guide, the life-cycle tags of
 * k8s.io/api, KEP-4974 (Endpoints), and the release notes of the operators.
 */
export const retiredApis: Readonly<Record<string, readonly RetiredApi[]>> = {
  v1: [
    { kinds: ['Endpoints'], deprecatedIn: '1.33', use: 'discovery.k8s.io/v1 EndpointSlice' },
    { kinds: ['ComponentStatus'], deprecatedIn: '1.19', use: 'the health end points of each component' },
  ],
  'extensions/v1beta1': [
    { kinds: ['Deployment', 'DaemonSet', 'ReplicaSet'], ...apps },
    { kinds: ['NetworkPolicy'], deprecatedIn: '1.9', removedIn: '1.16', use: 'networking.k8s.io/v1' },
    { kinds: ['Ingress'], deprecatedIn: '1.14', removedIn: '1.22', use: 'networking.k8s.io/v1' },
    {
      kinds: ['PodSecurityPolicy'],
      deprecatedIn: '1.10',
      removedIn: '1.16',
      use: 'the Pod Security labels of a Namespace',
    },
  ],
  'apps/v1beta1': [{ kinds: ['Deployment', 'ReplicaSet', 'StatefulSet', 'ControllerRevision'], ...apps }],
  'apps/v1beta2': [{ kinds: ['Deployment', 'DaemonSet', 'ReplicaSet', 'StatefulSet', 'ControllerRevision'], ...apps }],
  'admissionregistration.k8s.io/v1beta1': [
    { kinds: webhooks, deprecatedIn: '1.16', removedIn: '1.22', use: 'admissionregistration.k8s.io/v1' },
    { kinds: admissionPolicies, use: 'admissionregistration.k8s.io/v1', usableSince: '1.30' },
  ],
  'admissionregistration.k8s.io/v1alpha1': [
    { kinds: admissionPolicies, use: 'admissionregistration.k8s.io/v1', usableSince: '1.30' },
  ],
  'apiextensions.k8s.io/v1beta1': [
    { kinds: ['CustomResourceDefinition'], deprecatedIn: '1.16', removedIn: '1.22', use: 'apiextensions.k8s.io/v1' },
  ],
  'apiregistration.k8s.io/v1beta1': [
    { kinds: ['APIService'], deprecatedIn: '1.10', removedIn: '1.22', use: 'apiregistration.k8s.io/v1' },
  ],
  'authentication.k8s.io/v1beta1': [
    { kinds: ['TokenReview'], deprecatedIn: '1.19', removedIn: '1.22', use: 'authentication.k8s.io/v1' },
  ],
  'authorization.k8s.io/v1beta1': [
    {
      kinds: ['LocalSubjectAccessReview', 'SelfSubjectAccessReview', 'SelfSubjectRulesReview', 'SubjectAccessReview'],
      deprecatedIn: '1.19',
      removedIn: '1.22',
      use: 'authorization.k8s.io/v1',
    },
  ],
  'autoscaling/v2beta1': [
    { kinds: ['HorizontalPodAutoscaler'], deprecatedIn: '1.22', removedIn: '1.25', use: 'autoscaling/v2' },
  ],
  'autoscaling/v2beta2': [
    { kinds: ['HorizontalPodAutoscaler'], deprecatedIn: '1.23', removedIn: '1.26', use: 'autoscaling/v2' },
  ],
  'batch/v1beta1': [{ kinds: ['CronJob'], deprecatedIn: '1.21', removedIn: '1.25', use: 'batch/v1' }],
  'batch/v2alpha1': [{ kinds: ['CronJob'], removedIn: '1.21', use: 'batch/v1' }],
  'certificates.k8s.io/v1beta1': [
    { kinds: ['CertificateSigningRequest'], deprecatedIn: '1.19', removedIn: '1.22', use: 'certificates.k8s.io/v1' },
  ],
  'coordination.k8s.io/v1beta1': [
    { kinds: ['Lease'], deprecatedIn: '1.14', removedIn: '1.22', use: 'coordination.k8s.io/v1' },
  ],
  'discovery.k8s.io/v1beta1': [
    { kinds: ['EndpointSlice'], deprecatedIn: '1.21', removedIn: '1.25', use: 'discovery.k8s.io/v1' },
  ],
  'events.k8s.io/v1beta1': [{ kinds: ['Event'], deprecatedIn: '1.19', removedIn: '1.25', use: 'events.k8s.io/v1' }],
  'flowcontrol.apiserver.k8s.io/v1beta1': [
    { kinds: flowControl, deprecatedIn: '1.23', removedIn: '1.26', use: 'flowcontrol.apiserver.k8s.io/v1' },
  ],
  'flowcontrol.apiserver.k8s.io/v1beta2': [
    { kinds: flowControl, deprecatedIn: '1.26', removedIn: '1.29', use: 'flowcontrol.apiserver.k8s.io/v1' },
  ],
  'flowcontrol.apiserver.k8s.io/v1beta3': [
    { kinds: flowControl, deprecatedIn: '1.29', removedIn: '1.32', use: 'flowcontrol.apiserver.k8s.io/v1' },
  ],
  'networking.k8s.io/v1beta1': [
    { kinds: ['Ingress', 'IngressClass'], deprecatedIn: '1.19', removedIn: '1.22', use: 'networking.k8s.io/v1' },
    { kinds: ['IPAddress', 'ServiceCIDR'], use: 'networking.k8s.io/v1', usableSince: '1.33' },
  ],
  'node.k8s.io/v1beta1': [{ kinds: ['RuntimeClass'], deprecatedIn: '1.22', removedIn: '1.25', use: 'node.k8s.io/v1' }],
  'policy/v1beta1': [
    { kinds: ['PodDisruptionBudget'], deprecatedIn: '1.21', removedIn: '1.25', use: 'policy/v1' },
    {
      kinds: ['PodSecurityPolicy'],
      deprecatedIn: '1.21',
      removedIn: '1.25',
      use: 'the Pod Security labels of a Namespace',
    },
  ],
  'rbac.authorization.k8s.io/v1alpha1': [
    { kinds: roles, deprecatedIn: '1.17', removedIn: '1.22', use: 'rbac.authorization.k8s.io/v1' },
  ],
  'rbac.authorization.k8s.io/v1beta1': [
    { kinds: roles, deprecatedIn: '1.17', removedIn: '1.22', use: 'rbac.authorization.k8s.io/v1' },
  ],
  'resource.k8s.io/v1alpha2': [{ kinds: deviceClaims, use: 'resource.k8s.io/v1', usableSince: '1.34' }],
  'resource.k8s.io/v1alpha3': [{ kinds: deviceClaims, use: 'resource.k8s.io/v1', usableSince: '1.34' }],
  'resource.k8s.io/v1beta1': [{ kinds: deviceClaims, use: 'resource.k8s.io/v1', usableSince: '1.34' }],
  'scheduling.k8s.io/v1alpha1': [
    { kinds: ['PriorityClass'], deprecatedIn: '1.14', removedIn: '1.17', use: 'scheduling.k8s.io/v1' },
  ],
  'scheduling.k8s.io/v1beta1': [
    { kinds: ['PriorityClass'], deprecatedIn: '1.14', removedIn: '1.22', use: 'scheduling.k8s.io/v1' },
  ],
  'storage.k8s.io/v1beta1': [
    {
      kinds: ['CSIDriver', 'CSINode', 'StorageClass', 'VolumeAttachment'],
      deprecatedIn: '1.19',
      removedIn: '1.22',
      use: 'storage.k8s.io/v1',
    },
    { kinds: ['CSIStorageCapacity'], deprecatedIn: '1.24', removedIn: '1.27', use: 'storage.k8s.io/v1' },
    { kinds: ['VolumeAttributesClass'], use: 'storage.k8s.io/v1', usableSince: '1.34' },
  ],
  'certmanager.k8s.io/v1alpha1': [{ kinds: certificates, removedIn: 'cert-manager 0.11', use: 'cert-manager.io/v1' }],
  'cert-manager.io/v1alpha2': [{ kinds: certificates, ...certManager }],
  'cert-manager.io/v1alpha3': [{ kinds: certificates, ...certManager }],
  'cert-manager.io/v1beta1': [{ kinds: certificates, ...certManager }],
  'external-secrets.io/v1alpha1': [{ kinds: stores, ...externalSecrets }],
  'external-secrets.io/v1beta1': [{ kinds: stores, ...externalSecrets }],
  'gateway.networking.k8s.io/v1alpha2': [
    { kinds: routes, use: 'gateway.networking.k8s.io/v1', usableSince: 'Gateway API 1.0' },
  ],
  'gateway.networking.k8s.io/v1beta1': [
    { kinds: routes, use: 'gateway.networking.k8s.io/v1', usableSince: 'Gateway API 1.0' },
  ],
  'autoscaling.k8s.io/v1beta1': [recommender],
  'autoscaling.k8s.io/v1beta2': [recommender],
};
