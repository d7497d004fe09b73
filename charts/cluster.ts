import type { Construct } from 'constructs';
import { Component } from '../lib/core';
import type { Environment } from '../lib/environment';
import { InternalCa, internalIssuer } from '../lib/security';
import { PriorityClasses } from '../lib/workloads';

/** What belongs to the cluster and to no tier: priority classes, and the internal certificate authority. */
export class Cluster extends Component {
  constructor(scope: Construct, id: string, { namespacePrefix, certificates }: Environment) {
    super(scope, id, { platform: namespacePrefix });
    new PriorityClasses(this, 'priorities', namespacePrefix);
    const { internal } = certificates;
    internalIssuer.set(
      this,
      internal.type === 'issuer'
        ? { kind: internal.kind, name: internal.name }
        : new InternalCa(this, 'internal-ca', namespacePrefix).issuer,
    );
  }
}
