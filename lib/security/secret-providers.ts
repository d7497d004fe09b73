import type { PromisedSecret } from '../contracts';
import type { Component } from '../core';
import { DescriptionError, nameLabels } from '../core';
import type { ExternalSecretSpecTarget } from '../../imports/external-secrets.io';
import {
  ExternalSecret,
  ExternalSecretSpecSecretStoreRefKind,
  ExternalSecretSpecTargetCreationPolicy,
  ExternalSecretSpecTargetDeletionPolicy,
} from '../../imports/external-secrets.io';
import type { ISecretProvider, Secret } from './secret';

const storeKinds = {
  SecretStore: ExternalSecretSpecSecretStoreRefKind.SECRET_STORE,
  ClusterSecretStore: ExternalSecretSpecSecretStoreRefKind.CLUSTER_SECRET_STORE,
} as const;

/** Where External Secrets finds values. */
export interface ExternalSecretsProps {
  readonly store: { readonly kind: keyof typeof storeKinds; readonly name: string };
  /** The folder of this environment in the store: `shop/production`. */
  readonly path: string;
  /** How often a changed value is fetched, as in `1h`. */
  readonly refreshInterval: string;
}

/**
 * Secrets from an external store, by the External Secrets operator: one
 * ExternalSecret in every namespace that uses a secret. The Secret stays when
 * the ExternalSecret is deleted by mistake.
 */
export class ExternalSecrets implements ISecretProvider {
  public readonly promised: readonly PromisedSecret[] = [];

  constructor(private readonly props: ExternalSecretsProps) {}

  public provide(component: Component, secret: Secret): void {
    const { name, secretKeys } = secret;
    const { store } = this.props;
    new ExternalSecret(component, `secret-${name}`, {
      metadata: { name, labels: nameLabels(name) },
      spec: {
        refreshInterval: this.props.refreshInterval,
        secretStoreRef: { kind: storeKinds[store.kind], name: store.name },
        target: {
          name,
          creationPolicy: ExternalSecretSpecTargetCreationPolicy.OWNER,
          deletionPolicy: ExternalSecretSpecTargetDeletionPolicy.RETAIN,
          ...template(secret),
        },
        data: secretKeys.map((key) => ({
          secretKey: key,
          remoteRef: { key: `${this.props.path}/${name}`, property: key },
        })),
      },
    });
  }
}

/** What the Secret is besides the fetched values. A template takes their place, so it names them again; a key may have dots. */
function template({ type, fixed, labels, secretKeys }: Secret): Pick<ExternalSecretSpecTarget, 'template'> {
  const labeled = Object.keys(labels).length > 0;
  if (type === 'Opaque' && Object.keys(fixed).length === 0 && !labeled) return {};
  const fetched = Object.fromEntries(secretKeys.map((key) => [key, `{{ index . "${key}" }}`]));
  return {
    template: { type, ...(labeled ? { metadata: { labels: { ...labels } } } : {}), data: { ...fixed, ...fetched } },
  };
}

/** Secrets that somebody puts into the namespaces before the first sync: nothing is emitted, the list is published. */
export class ExistingSecrets implements ISecretProvider {
  private readonly list: PromisedSecret[] = [];

  public get promised(): readonly PromisedSecret[] {
    return [...this.list];
  }

  public provide({ namespace }: Component, { name, keys }: Secret): void {
    this.list.push({ namespace, name, keys, by: 'you, before the first sync' });
  }
}

/** A Secret that a generator has to make. */
export interface GeneratedSecret {
  readonly namespace: string;
  readonly secret: Secret;
}

/**
 * Random secrets, made once and in the cluster: nothing is emitted here. The
 * requests are collected for the `SecretGenerator`, which makes them come true.
 */
export class GeneratedSecrets implements ISecretProvider {
  private readonly requests: GeneratedSecret[] = [];
  private taken = false;

  public get promised(): readonly PromisedSecret[] {
    return this.requests.map(({ namespace, secret: { name, keys } }) => ({
      namespace,
      name,
      keys,
      by: 'the secret generator',
    }));
  }

  /** @throws when the generator has been made already, and would not know of the secret */
  public provide({ namespace, node }: Component, secret: Secret): void {
    if (this.taken) {
      throw new DescriptionError(
        `${node.path}: asks for the secret '${secret.name}' after the generator was made; ` +
          'create the SecretGenerator last, after everything that uses a secret',
      );
    }
    this.requests.push({ namespace, secret });
  }

  /** All requests; there can be no more afterwards. */
  public take(): readonly GeneratedSecret[] {
    this.taken = true;
    return [...this.requests];
  }
}
