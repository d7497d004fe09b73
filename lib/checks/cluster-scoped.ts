/** The kinds that belong to the cluster and not to one of its namespaces. */
const kinds: ReadonlySet<string> = new Set([
  'APIService',
  'CSIDriver',
  'ClusterExternalSecret',
  'ClusterIssuer',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterSecretStore',
  'ConstraintTemplate',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
]);

/** True for kinds without a namespace; Gatekeeper's constraints are kinds that a template makes. */
export function isClusterScoped({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }): boolean {
  return kinds.has(kind) || apiVersion.startsWith('constraints.gatekeeper.sh/');
}
