import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import { nameLabels, objectName } from '../core';

/** What an account may do in one namespace. */
export interface RoleGrantProps {
  /** The name of the Role and its binding. */
  readonly name: string;
  readonly namespace: string;
  readonly account: { readonly name: string; readonly namespace: string };
  readonly rules: readonly k8s.PolicyRule[];
}

/** A right that a pod needs from the API server: one Role and the RoleBinding that gives it. */
export class RoleGrant extends Construct {
  /** What an exemption of the right is put on. */
  public readonly role: k8s.KubeRole;

  constructor(scope: Construct, id: string, { name, namespace, account, rules }: RoleGrantProps) {
    super(scope, id);
    const metadata = { name: objectName(name), namespace, labels: nameLabels(name) };
    this.role = new k8s.KubeRole(this, 'Role', { metadata, rules: [...rules] });
    new k8s.KubeRoleBinding(this, 'Binding', {
      metadata,
      roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: metadata.name },
      subjects: [{ kind: 'ServiceAccount', name: account.name, namespace: account.namespace }],
    });
  }
}

/** Where programs look for their token. */
export const tokenDirectory = '/var/run/secrets/kubernetes.io/serviceaccount';
const tokenSeconds = 3600;

/** A token that ends within the hour and is renewed by the kubelet, in place of the automatic one. */
export const tokenSource: k8s.ProjectedVolumeSource = {
  sources: [
    { serviceAccountToken: { path: 'token', expirationSeconds: tokenSeconds } },
    { configMap: { name: 'kube-root-ca.crt', items: [{ key: 'ca.crt', path: 'ca.crt' }] } },
    { downwardApi: { items: [{ path: 'namespace', fieldRef: { fieldPath: 'metadata.namespace' } }] } },
  ],
};
