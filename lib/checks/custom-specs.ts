import type { TopologySpreadConstraint } from 'cdk8s-plus-27/lib/imports/k8s';

/** The parts of custom resources' specs that rules read, as `Rendered` sees the built-in ones. */

/** An object named by another one; the kind and namespace may be implied. */
export interface ObjectRef {
  readonly group?: string;
  readonly kind?: string;
  readonly name?: string;
  readonly namespace?: string;
}

/** cert-manager.io/v1 Certificate. */
export interface CertificateSpec {
  readonly secretName?: string;
  readonly issuerRef?: ObjectRef;
}

/** cert-manager.io/v1 Issuer and ClusterIssuer. */
export interface IssuerSpec {
  readonly ca?: { readonly secretName?: string };
}

/** external-secrets.io/v1 ExternalSecret. */
export interface ExternalSecretSpec {
  readonly secretStoreRef?: ObjectRef;
  readonly target?: {
    readonly name?: string;
    readonly template?: {
      readonly type?: string;
      readonly data?: Readonly<Record<string, string>>;
      readonly mergePolicy?: string;
      readonly templateFrom?: readonly object[];
    };
  };
  readonly data?: readonly { readonly secretKey?: string; readonly remoteRef?: { readonly key?: string } }[];
  readonly dataFrom?: readonly object[];
}

interface ServiceAccountAuth {
  readonly serviceAccountRef?: ObjectRef;
}

/** external-secrets.io/v1 SecretStore and ClusterSecretStore. */
export interface SecretStoreSpec {
  readonly provider?: {
    readonly kubernetes?: { readonly auth?: { readonly serviceAccount?: ObjectRef } };
    readonly vault?: { readonly auth?: { readonly kubernetes?: ServiceAccountAuth } };
  };
}

/** gateway.networking.k8s.io/v1 Gateway. */
export interface GatewaySpec {
  readonly gatewayClassName?: string;
  readonly listeners?: readonly {
    readonly name?: string;
    readonly protocol?: string;
    readonly tls?: { readonly mode?: string; readonly certificateRefs?: readonly ObjectRef[] };
  }[];
}

/** gateway.networking.k8s.io/v1 HTTPRoute. */
export interface HttpRouteSpec {
  readonly parentRefs?: readonly (ObjectRef & { readonly sectionName?: string })[];
  readonly rules?: readonly { readonly backendRefs?: readonly (ObjectRef & { readonly port?: number })[] }[];
}

/** autoscaling.k8s.io/v1 VerticalPodAutoscaler. */
export interface VerticalPodAutoscalerSpec {
  readonly targetRef?: ObjectRef;
  readonly updatePolicy?: { readonly updateMode?: string };
}

/** keda.sh/v1alpha1 ScaledObject. */
export interface ScaledObjectSpec {
  readonly scaleTargetRef?: ObjectRef;
  readonly minReplicaCount?: number;
  readonly maxReplicaCount?: number;
}

/** postgresql.cnpg.io/v1 Cluster. */
export interface ClusterSpec {
  readonly instances?: number;
  readonly imageName?: string;
  readonly priorityClassName?: string;
  readonly resources?: {
    readonly requests?: Readonly<Record<string, number | string>>;
    readonly limits?: Readonly<Record<string, number | string>>;
  };
  readonly storage?: { readonly storageClass?: string; readonly size?: string };
  readonly walStorage?: { readonly storageClass?: string; readonly size?: string };
  readonly topologySpreadConstraints?: readonly TopologySpreadConstraint[];
  readonly inheritedMetadata?: { readonly labels?: Readonly<Record<string, string>> };
  readonly superuserSecret?: ObjectRef;
  readonly imagePullPolicy?: string;
  readonly bootstrap?: { readonly initdb?: { readonly owner?: string; readonly secret?: ObjectRef } };
  readonly certificates?: {
    readonly serverCASecret?: string;
    readonly serverTLSSecret?: string;
    readonly clientCASecret?: string;
    readonly replicationTLSSecret?: string;
  };
  readonly managed?: {
    readonly roles?: readonly {
      readonly name?: string;
      readonly login?: boolean;
      readonly passwordSecret?: ObjectRef;
    }[];
  };
}

/** postgresql.cnpg.io/v1 Pooler. */
export interface PoolerSpec {
  readonly cluster?: ObjectRef;
  readonly template?: { readonly metadata?: { readonly labels?: Readonly<Record<string, string>> } };
}
