import type { Construct, IConstruct } from 'constructs';
import type { ISecret, Labels } from '../contracts';
import { Component, invalidProp, isDnsLabel, PerApplication } from '../core';

/** What a secret consists of. */
export interface SecretProps {
  /** Keys whose values nobody knows before they are in the cluster. */
  readonly keys: readonly string[];
  /**
   * Keys whose values are no secret but belong in the same object, such as a user's name.
   * @default - none
   */
  readonly fixed?: Readonly<Record<string, string>>;
  /** @default Opaque */
  readonly type?: 'Opaque' | 'kubernetes.io/basic-auth';
  /**
   * Labels of the Secret itself, by which an operator finds it or notices that it has changed.
   * @default - none besides those of its provider
   */
  readonly labels?: Labels;
}

/** Brings secrets into being. An environment has exactly one. */
export interface ISecretProvider {
  /** Makes the secret exist in the component's namespace. Called once for each secret and namespace. */
  provide(component: Component, secret: Secret): void;
}

/** The provider of the application. */
export const secretProvider = new PerApplication<ISecretProvider>('secret provider');

const keyPattern = /^[-._a-zA-Z0-9]+$/;

/**
 * A secret by reference: the only way to one. Its provider makes it exist in
 * every namespace that uses it; no value ever passes through here.
 */
export class Secret implements ISecret {
  public readonly name: string;
  public readonly type: string;
  public readonly fixed: Readonly<Record<string, string>>;
  public readonly labels: Labels;
  /** The keys whose values the provider finds or makes. */
  public readonly secretKeys: readonly string[];
  private readonly namespaces = new Set<string>();

  constructor(scope: Construct, name: string, { keys, fixed = {}, type = 'Opaque', labels = {} }: SecretProps) {
    if (!isDnsLabel(name)) {
      throw invalidProp(scope, {
        prop: 'name',
        got: name,
        expected: 'a DNS label: lower-case letters, digits and dashes, 63 at most',
        fix: 'name the secret after who uses it, as in postgres-backend',
      });
    }
    const wrong = [...keys, ...Object.keys(fixed)].filter((key) => !keyPattern.test(key));
    if (keys.length === 0 || wrong.length > 0) {
      throw invalidProp(scope, {
        prop: `keys of secret '${name}'`,
        got: wrong.length > 0 ? wrong : keys,
        expected: 'at least one key of letters, digits, dashes, dots and underscores',
        fix: 'use a key such as password; it becomes a file name',
      });
    }
    this.name = name;
    this.type = type;
    this.fixed = { ...fixed };
    this.labels = { ...labels };
    this.secretKeys = [...keys];
  }

  public get keys(): readonly string[] {
    return [...Object.keys(this.fixed), ...this.secretKeys];
  }

  public availableIn(scope: IConstruct): string {
    const component = Component.containing(scope);
    if (!this.namespaces.has(component.namespace)) {
      this.namespaces.add(component.namespace);
      secretProvider.get(scope).provide(component, this);
    }
    return this.name;
  }
}
