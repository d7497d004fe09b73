import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import type { IWireable, PodPeer, PodPort, WiredFacts, Wiring } from '../contracts';
import type { Bytes } from '../core';
import { Component, identityOf, nameLabels, objectName } from '../core';
import type { PodsProps } from './pods';
import { Pods } from './pods';
import { DisruptionBudget, SizeAdvisor } from './scaling';
import type { Availability } from './spread';
import { spread } from './spread';

/** A volume that every replica has of its own. */
export interface ClaimProps {
  readonly name: string;
  readonly size: Bytes;
  /** @default - the cluster's default class */
  readonly storageClass?: string | undefined;
}

/** A workload whose replicas have names and keep their data. */
export interface StatefulWorkloadProps extends PodsProps {
  readonly ports: readonly PodPort[];
  readonly replicas: number;
  readonly availability: Availability;
  readonly claims: readonly ClaimProps[];
  /** @default OrderedReady */
  readonly podManagementPolicy?: 'OrderedReady' | 'Parallel';
}

/**
 * The API server stores apiVersion and kind in each claim template, so leaving
 * them out would look like a difference for ever; the generated class drops both.
 */
class TypedClaimsStatefulSet extends k8s.KubeStatefulSet {
  public override toJson(): unknown {
    const json = super.toJson() as { spec: { volumeClaimTemplates?: object[] } };
    const { volumeClaimTemplates: claims = [] } = json.spec;
    const typed = claims.map((claim) => ({ apiVersion: 'v1', kind: 'PersistentVolumeClaim', ...claim }));
    return { ...json, spec: { ...json.spec, volumeClaimTemplates: typed } };
  }
}

/** Argo CD must never remove what holds data; a person can. */
export const keepData = { 'argocd.argoproj.io/sync-options': 'Prune=false,Delete=false' } as const;
const revisionHistoryLimit = 3;

/**
 * A workload with state: StatefulSet, a Service for clients, a headless Service
 * that names each replica, PodDisruptionBudget, an advisor for its size, and
 * what comes with all pods.
 *
 * Guarantees that its volumes outlive it: neither a deletion nor a scale-down
 * nor a sync removes a claim.
 */
export class StatefulWorkload extends Construct implements IWireable {
  public readonly pods: Pods;
  public readonly peer: PodPeer;
  /** The host behind which any replica answers. */
  public readonly host: string;
  public readonly statefulSet: k8s.KubeStatefulSet;
  private readonly headless: string;
  private readonly namespace: string;

  constructor(scope: Construct, id: string, props: StatefulWorkloadProps) {
    super(scope, id);
    this.namespace = Component.containing(this).namespace;
    this.headless = objectName(id, 'pods');
    this.host = `${id}.${this.namespace}.svc`;
    const labels = nameLabels(id);
    const selector = identityOf(id);
    this.pods = new Pods(this, 'Pods', id, props, () => ({
      count: props.replicas,
      claims: Array.from({ length: props.replicas }).flatMap(() => props.claims.map(({ size }) => size)),
      loadBalancers: 0,
    }));
    this.peer = this.pods.peer;
    const ports = props.ports.map((port) => ({
      name: port.name,
      port: port.number,
      protocol: port.protocol,
      targetPort: k8s.IntOrString.fromString(port.name),
    }));
    this.statefulSet = new TypedClaimsStatefulSet(this, 'StatefulSet', {
      metadata: { name: id, labels: { ...this.pods.labels }, annotations: keepData },
      spec: {
        replicas: props.replicas,
        serviceName: this.headless,
        revisionHistoryLimit,
        podManagementPolicy: props.podManagementPolicy ?? 'OrderedReady',
        updateStrategy: { type: 'RollingUpdate' },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Retain', whenScaled: 'Retain' },
        selector: { matchLabels: { ...selector } },
        template: this.pods.template(() => spread(props.availability, selector)),
        volumeClaimTemplates: props.claims.map((claim) => this.claim(claim)),
      },
    });
    new k8s.KubeService(this, 'Service', {
      metadata: { name: id, labels },
      spec: { type: 'ClusterIP', selector: { ...selector }, ports },
    });
    new k8s.KubeService(this, 'Headless', {
      metadata: { name: this.headless, labels: nameLabels(this.headless) },
      // Replicas find one another before they are ready.
      spec: { clusterIp: 'None', publishNotReadyAddresses: true, selector: { ...selector }, ports },
    });
    new DisruptionBudget(this, 'DisruptionBudget', { name: id, labels, selector });
    new SizeAdvisor(this, 'SizeAdvisor', { kind: 'StatefulSet', name: id, labels });
  }

  /** The name of one replica, as others in the cluster find it. */
  public hostOf(replica: number): string {
    return `${this.node.id}-${String(replica)}.${this.headless}.${this.namespace}.svc`;
  }

  /** The headless Service's host, under which every replica has a name. */
  public get headlessHost(): string {
    return `${this.headless}.${this.namespace}.svc`;
  }

  public wire(wiring: Wiring, variables?: (facts: WiredFacts) => Readonly<Record<string, string>>): void {
    this.pods.wire(wiring, variables);
  }

  private claim({ name, size, storageClass }: ClaimProps): k8s.KubePersistentVolumeClaimProps {
    return {
      metadata: { name },
      spec: {
        accessModes: ['ReadWriteOnce'],
        ...(storageClass === undefined ? {} : { storageClassName: storageClass }),
        resources: { requests: { storage: k8s.Quantity.fromString(size.toString()) } },
        volumeMode: 'Filesystem',
      },
    };
  }
}
