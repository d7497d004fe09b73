import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import type { Endpoint, IWireable, PodPeer, PodPort, WiredFacts, Wiring } from '../contracts';
import { Component, identityOf, nameLabels } from '../core';
import type { PodsProps } from './pods';
import { Pods } from './pods';
import type { Scaling } from './scaling';
import { Autoscaler, DisruptionBudget, SizeAdvisor } from './scaling';
import type { Availability } from './spread';
import { spread } from './spread';

/** A workload whose replicas are all alike and keep nothing. */
export interface StatelessWorkloadProps extends PodsProps {
  /** The ports that it serves; the Service offers each under `servicePort`, or its own number. */
  readonly ports: readonly PodPort[];
  /** Ports that the Service does not offer, because only kubelets and scrapers ask for them, pod by pod. @default - none */
  readonly podPorts?: readonly PodPort[];
  readonly scaling: Scaling;
  readonly availability: Availability;
  /** @default - each port under its own number */
  readonly servicePorts?: Readonly<Record<string, number>>;
  /** @default ClusterIP */
  readonly serviceType?: 'ClusterIP' | 'LoadBalancer';
  /** @default - none */
  readonly serviceAnnotations?: Readonly<Record<string, string>>;
  /** @default - everybody; only a load balancer can refuse */
  readonly loadBalancerSourceRanges?: readonly string[];
}

/** A quarter more pods while a roll-out runs: new ones are ready before old ones leave. */
const surgeShare = 0.25;
const progressDeadlineSeconds = 600;
const revisionHistoryLimit = 3;
/** A pod counts as available once it has been ready for as long as a crash after start usually takes. */
const minReadySeconds = 5;

/**
 * A workload without state: Deployment, Service, PodDisruptionBudget, an
 * autoscaler for its number and an advisor for its size, and what comes with
 * all pods.
 *
 * Guarantees that a roll-out never serves with fewer pods than before and that
 * a drain is never blocked.
 */
export class StatelessWorkload extends Construct implements IWireable {
  public readonly pods: Pods;
  public readonly peer: PodPeer;
  /** The host under which clients in the cluster find it. */
  public readonly host: string;
  public readonly deployment: k8s.KubeDeployment;
  private readonly servicePorts: Readonly<Record<string, number>>;

  constructor(scope: Construct, id: string, props: StatelessWorkloadProps) {
    super(scope, id);
    const { scaling, availability } = props;
    const labels = nameLabels(id);
    const ports = [...props.ports, ...(props.podPorts ?? [])];
    this.pods = new Pods(this, 'Pods', id, { ...props, ports }, () => ({
      // The new ones of a roll-out, and as many old ones that are still stopping: the quota counts both.
      count: scaling.maxReplicas + 2 * Math.ceil(scaling.maxReplicas * surgeShare),
      claims: [],
      loadBalancers: props.serviceType === 'LoadBalancer' ? 1 : 0,
    }));
    this.peer = this.pods.peer;
    this.host = `${id}.${Component.containing(this).namespace}.svc`;
    this.servicePorts = { ...props.servicePorts };
    this.deployment = new k8s.KubeDeployment(this, 'Deployment', {
      metadata: { name: id, labels: { ...this.pods.labels } },
      spec: {
        ...(scaling.minReplicas === scaling.maxReplicas ? { replicas: scaling.minReplicas } : {}),
        revisionHistoryLimit,
        progressDeadlineSeconds,
        minReadySeconds,
        selector: { matchLabels: { ...identityOf(id) } },
        strategy: {
          type: 'RollingUpdate',
          rollingUpdate: {
            maxUnavailable: k8s.IntOrString.fromNumber(0),
            maxSurge: k8s.IntOrString.fromString(`${String(surgeShare * 100)}%`),
          },
        },
        template: this.pods.template(() => spread(availability, identityOf(id), 'pod-template-hash')),
      },
    });
    new k8s.KubeService(this, 'Service', {
      metadata: {
        name: id,
        labels,
        ...(props.serviceAnnotations ? { annotations: { ...props.serviceAnnotations } } : {}),
      },
      spec: {
        type: props.serviceType ?? 'ClusterIP',
        selector: { ...identityOf(id) },
        ports: props.ports.map((port) => this.servicePort(port)),
        ...(props.serviceType === 'LoadBalancer' ? loadBalancer(props.loadBalancerSourceRanges) : {}),
      },
    });
    const target = { kind: 'Deployment', name: id, labels } as const;
    new DisruptionBudget(this, 'DisruptionBudget', { name: id, labels, selector: identityOf(id) });
    new Autoscaler(this, 'Autoscaler', target, scaling, availability);
    new SizeAdvisor(this, 'SizeAdvisor', target);
  }

  /** One of its ports as something to connect to. */
  public endpoint(port: PodPort, prefix?: string): Endpoint {
    const number = this.servicePorts[port.name] ?? port.number;
    return this.pods.endpoint(
      port,
      prefix === undefined ? undefined : { prefix, values: { HOST: this.host, PORT: String(number) } },
    );
  }

  /** The number under which the Service offers a port. */
  public servicePortOf(port: PodPort): number {
    return this.servicePorts[port.name] ?? port.number;
  }

  public wire(wiring: Wiring, variables?: (facts: WiredFacts) => Readonly<Record<string, string>>): void {
    this.pods.wire(wiring, variables);
  }

  private servicePort(port: PodPort): k8s.ServicePort {
    return {
      name: port.name,
      port: this.servicePortOf(port),
      protocol: port.protocol,
      targetPort: k8s.IntOrString.fromString(port.name),
    };
  }
}

/** Keeps the client's address, which the rate limit and the log need. */
function loadBalancer(sourceRanges: readonly string[] | undefined): Partial<k8s.ServiceSpec> {
  return {
    externalTrafficPolicy: 'Local',
    ...(sourceRanges === undefined ? {} : { loadBalancerSourceRanges: [...sourceRanges] }),
  };
}
