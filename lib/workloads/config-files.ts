import { Lazy } from 'cdk8s';
import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import { contentHash, nameLabels } from '../core';

/** Texts by file name. */
export type Files = Readonly<Record<string, string>>;

/**
 * Configuration files that another program reads: one ConfigMap. No secret
 * belongs in it. Files that depend on what is described later are given as a
 * function, which is asked when everything is described.
 */
export class ConfigFiles extends Construct {
  public readonly name: string;
  private readonly files: () => Files;

  constructor(scope: Construct, id: string, name: string, files: Files | (() => Files)) {
    super(scope, id);
    this.name = name;
    this.files = typeof files === 'function' ? files : () => files;
    new k8s.KubeConfigMap(this, 'Resource', {
      metadata: { name, labels: nameLabels(name) },
      data: Lazy.any({ produce: () => ({ ...this.files() }) }) as Record<string, string>,
    });
  }

  /** Changes with the content, so that pods which only read it when they start are replaced. */
  public get checksum(): string {
    return contentHash(JSON.stringify(Object.entries(this.files()).sort(([a], [b]) => (a < b ? -1 : 1))));
  }
}
