import { Construct } from 'constructs';
import type { IClient, Labels, PodPeer } from '../contracts';
import type { PodShape } from '../core';
import { Component, objectName, Topology } from '../core';
import { WorkloadNetworkPolicy } from '../security';

/** Pods that an operator makes, as far as we know them beforehand. */
export interface OperatorPodsProps {
  /** What the operator labels them with, and nothing else in the namespace. */
  readonly labels: Labels;
  /** What they take at most; asked for when everything is described. */
  readonly shape: () => PodShape;
  /** The construct of the custom resource that they come from: it gets the pods' place in the sync. @default - this one */
  readonly resource?: Construct;
}

/**
 * Pods that stand in no manifest because an operator makes them from a custom
 * resource: their NetworkPolicy, and their place in the topology and the quota.
 */
export class OperatorPods extends Construct implements IClient {
  public readonly peer: PodPeer;

  constructor(scope: Construct, id: string, name: string, { labels, shape, resource }: OperatorPodsProps) {
    super(scope, id);
    const { namespace } = Component.containing(this);
    this.peer = { type: 'pods', id: `${namespace}/${name}`, namespace, labels, managed: true };
    Topology.of(this).add({ peer: this.peer, construct: resource ?? this, shape });
    new WorkloadNetworkPolicy(this, 'Network', this.peer, objectName(name));
  }
}
