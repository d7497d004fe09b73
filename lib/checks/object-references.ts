import type { RoleRef, Subject } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Manifest } from '../contracts';
import { clusterIssuerNamespace } from '../core';
import type { ObjectRef } from './custom-specs';
import { podKinds } from './pods';
import type { KeyReference, Reference } from './reference';
import type { Rendered } from './rendered';
import { scaleTargetOf } from './scale';
import { specOf } from './specs';

/** Finds what one kind of object mentions. */
type Finder = (manifest: Manifest, namespace: string | undefined) => readonly (Reference | undefined)[];

const basicAuthKeys = ['username', 'password'];
const tlsKeys = ['tls.crt', 'tls.key'];

const finders: Readonly<Record<string, Finder>> = {
  StatefulSet: (manifest, namespace) => {
    const { serviceName, volumeClaimTemplates = [] } = specOf('StatefulSet', manifest) ?? {};
    return [
      named('Service', '/spec/serviceName', serviceName, namespace),
      ...volumeClaimTemplates.map(({ spec }, index) =>
        named('StorageClass', `/spec/volumeClaimTemplates/${index}/spec/storageClassName`, spec?.storageClassName),
      ),
    ];
  },
  PersistentVolumeClaim: (manifest) => [
    named('StorageClass', '/spec/storageClassName', specOf('PersistentVolumeClaim', manifest)?.storageClassName),
  ],
  Ingress: (manifest, namespace) => {
    const { ingressClassName, tls = [] } = specOf('Ingress', manifest) ?? {};
    return [
      named('IngressClass', '/spec/ingressClassName', ingressClassName),
      ...tls.map(({ secretName }, index) =>
        named('Secret', `/spec/tls/${index}/secretName`, secretName, namespace, tlsKeys),
      ),
    ];
  },
  Gateway: (manifest, namespace) => {
    const { gatewayClassName, listeners = [] } = specOf('Gateway', manifest) ?? {};
    return [
      named('GatewayClass', '/spec/gatewayClassName', gatewayClassName),
      ...listeners.flatMap(({ tls }, listener) =>
        (tls?.certificateRefs ?? []).map((ref, index) =>
          named(
            'Secret',
            `/spec/listeners/${listener}/tls/certificateRefs/${index}/name`,
            ref.name,
            ref.namespace ?? namespace,
            tlsKeys,
          ),
        ),
      ),
    ];
  },
  HTTPRoute: (manifest, namespace) =>
    (specOf('HTTPRoute', manifest)?.parentRefs ?? []).map((ref, index) =>
      named(ref.kind ?? 'Gateway', `/spec/parentRefs/${index}/name`, ref.name, ref.namespace ?? namespace),
    ),
  Certificate: (manifest, namespace) => [
    scoped('Issuer', '/spec/issuerRef/name', specOf('Certificate', manifest)?.issuerRef, namespace),
  ],
  Issuer: (manifest, namespace) => [
    named('Secret', '/spec/ca/secretName', specOf('Issuer', manifest)?.ca?.secretName, namespace, tlsKeys),
  ],
  ClusterIssuer: (manifest) => [
    named(
      'Secret',
      '/spec/ca/secretName',
      specOf('ClusterIssuer', manifest)?.ca?.secretName,
      clusterIssuerNamespace,
      tlsKeys,
    ),
  ],
  ExternalSecret: (manifest, namespace) => [
    scoped('SecretStore', '/spec/secretStoreRef/name', specOf('ExternalSecret', manifest)?.secretStoreRef, namespace),
  ],
  SecretStore: (manifest, namespace) => {
    const { kubernetes, vault } = specOf('SecretStore', manifest)?.provider ?? {};
    const account = (at: string, name: string | undefined): Reference | undefined =>
      named('ServiceAccount', at, name, namespace);
    return [
      account('/spec/provider/kubernetes/auth/serviceAccount/name', kubernetes?.auth?.serviceAccount?.name),
      account(
        '/spec/provider/vault/auth/kubernetes/serviceAccountRef/name',
        vault?.auth?.kubernetes?.serviceAccountRef?.name,
      ),
    ];
  },
  RoleBinding: roleBindingReferences,
  ClusterRoleBinding: roleBindingReferences,
  HorizontalPodAutoscaler: scalerReferences,
  VerticalPodAutoscaler: scalerReferences,
  ScaledObject: scalerReferences,
  Cluster: (manifest, namespace) => {
    const spec = specOf('Cluster', manifest) ?? {};
    const { certificates = {}, managed } = spec;
    const secret = (at: string, name: string | undefined, keys?: readonly string[]): Reference | undefined =>
      named('Secret', at, name, namespace, keys);
    return [
      named('PriorityClass', '/spec/priorityClassName', spec.priorityClassName),
      named('StorageClass', '/spec/storage/storageClass', spec.storage?.storageClass),
      named('StorageClass', '/spec/walStorage/storageClass', spec.walStorage?.storageClass),
      secret('/spec/superuserSecret/name', spec.superuserSecret?.name, basicAuthKeys),
      secret('/spec/bootstrap/initdb/secret/name', spec.bootstrap?.initdb?.secret?.name, basicAuthKeys),
      secret('/spec/certificates/serverCASecret', certificates.serverCASecret, ['ca.crt']),
      secret('/spec/certificates/serverTLSSecret', certificates.serverTLSSecret, tlsKeys),
      secret('/spec/certificates/clientCASecret', certificates.clientCASecret, ['ca.crt']),
      secret('/spec/certificates/replicationTLSSecret', certificates.replicationTLSSecret, tlsKeys),
      ...(managed?.roles ?? []).map(({ passwordSecret }, index) =>
        secret(`/spec/managed/roles/${index}/passwordSecret/name`, passwordSecret?.name, basicAuthKeys),
      ),
    ];
  },
};

/** The kinds that mention others by name, apart from their own namespace. */
export const referringKinds: ReadonlySet<string> = new Set([...podKinds, ...Object.keys(finders)]);

/** What objects other than pods mention by name. Routes' backends are not here: they name a port too. */
export function objectReferencesOf(manifest: Manifest): readonly Reference[] {
  const { namespace } = manifest.object.metadata;
  const own = namespace === undefined ? [] : [named('Namespace', '/metadata/namespace', namespace)];
  return [...own, ...(finders[manifest.object.kind]?.(manifest, namespace) ?? [])].filter(
    (found) => found !== undefined,
  );
}

function named(
  kind: string,
  at: string,
  name: string | undefined,
  namespace?: string,
  keys: readonly string[] = [],
): Reference | undefined {
  if (name === undefined) return undefined;
  return { at, kind, namespace, name, keys: keys.map((key): KeyReference => ({ at, key })) };
}

/** A reference whose kind says whether it is of the namespace or, with `Cluster` in front, of the cluster. */
function scoped(
  kind: string,
  at: string,
  ref: Rendered<ObjectRef> | undefined,
  namespace: string | undefined,
): Reference | undefined {
  const actual = ref?.kind ?? kind;
  return named(actual, at, ref?.name, actual.startsWith('Cluster') ? undefined : namespace);
}

function scalerReferences(manifest: Manifest, namespace: string | undefined): readonly (Reference | undefined)[] {
  const target = scaleTargetOf(manifest);
  return target ? [named(target.kind, `${target.at}/name`, target.name, namespace)] : [];
}

function roleBindingReferences(
  { object }: Manifest,
  namespace: string | undefined,
): readonly (Reference | undefined)[] {
  const role = (object.roleRef ?? {}) as Rendered<RoleRef>;
  const subjects = (object.subjects ?? []) as readonly Rendered<Subject>[];
  return [
    named(role.kind ?? '', '/roleRef/name', role.name, role.kind === 'Role' ? namespace : undefined),
    ...subjects.map((subject, index) =>
      subject.kind === 'ServiceAccount'
        ? named('ServiceAccount', `/subjects/${index}/name`, subject.name, subject.namespace ?? namespace)
        : undefined,
    ),
  ];
}
