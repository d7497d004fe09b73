import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import { contentHash, nameLabels } from '../core';

/** Configuration files that another program reads: one ConfigMap. No secret belongs in it. */
export class ConfigFiles extends Construct {
  public readonly name: string;
  /** Changes with the content, so that pods which only read it when they start are replaced. */
  public readonly checksum: string;

  constructor(scope: Construct, id: string, name: string, files: Readonly<Record<string, string>>) {
    super(scope, id);
    this.name = name;
    this.checksum = contentHash(JSON.stringify(Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))));
    new k8s.KubeConfigMap(this, 'Resource', { metadata: { name, labels: nameLabels(name) }, data: { ...files } });
  }
}
