import { App } from 'cdk8s';
import type { JudgedFinding } from '../lib/checks';
import { judge } from '../lib/checks';
import type { PlacedContainer } from '../lib/checks/pods';
import { containersOf } from '../lib/checks/pods';
import type { Rendered } from '../lib/checks/rendered';
import type { Specs } from '../lib/checks/specs';
import { specOf } from '../lib/checks/specs';
import type { Endpoint, Manifest, Prerequisite, PromisedSecret } from '../lib/contracts';
import { assignSyncWaves, Component, Images, resourcesOf, Topology } from '../lib/core';
import type { ISecretProvider } from '../lib/security';
import {
  clusterDns,
  ExistingSecrets,
  foreignPods,
  internalIssuer,
  IsolatedNamespace,
  secretProvider,
} from '../lib/security';
import { render } from '../lib/synthesis';
import type { Priority } from '../lib/workloads';
import { priorityClassName } from '../lib/workloads';

/** The image of everything in the tests. */
export const image = new Images('images.yaml', {
  example: { repository: 'registry.example.com/example', tag: '1.2.3', digest: `sha256:${'a'.repeat(64)}` },
}).get('example');

/** Enough of every property for a workload. */
export const workload = {
  image,
  priority: 'app',
  resources: resourcesOf({ cpu: '100m', memory: '128Mi' }),
  scaling: { minReplicas: 2, maxReplicas: 5, cpuPercent: 70, memoryPercent: 80, stabilizationWindow: '300s' },
  availability: 'hosts',
  ports: [{ name: 'http', number: 8080, protocol: 'TCP' }],
  probes: {
    readiness: { http: '/ready', port: { name: 'http', number: 8080, protocol: 'TCP' } },
    liveness: { http: '/live', port: { name: 'http', number: 8080, protocol: 'TCP' } },
  },
} as const;

/** Pods of somebody else, in a namespace that is not ours. */
export function foreignEndpoint(name: string, number: number, wiring?: Endpoint['wiring']): Endpoint {
  return {
    name,
    server: foreignPods('elsewhere', name, { app: name }),
    ports: [{ name, number, protocol: 'TCP' }],
    ...(wiring === undefined ? {} : { wiring }),
  };
}

const dns = clusterDns({ namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } });

const priorities: readonly Priority[] = ['data', 'app', 'web', 'batch'];
const prerequisites: readonly Prerequisite[] = [
  { kind: 'ClusterIssuer', name: 'internal-ca', neededFor: 'certificates' },
  { kind: 'ClusterSecretStore', name: 'vault', neededFor: 'secrets' },
  { kind: 'IngressClass', name: 'traefik', neededFor: 'requests from outside' },
  { kind: 'GatewayClass', name: 'envoy', neededFor: 'requests from outside' },
  ...priorities.map((priority) => ({
    kind: 'PriorityClass',
    name: priorityClassName('shop', priority),
    neededFor: 'pods',
  })),
];

/** The smallest platform that keeps every rule: constructs of a test are put into its components. */
export class TestPlatform {
  public readonly root = new App();
  public readonly topology: Topology;
  private rendered: readonly Manifest[] | undefined;

  constructor(
    private readonly secrets: ISecretProvider & {
      readonly promised: readonly PromisedSecret[];
    } = new ExistingSecrets(),
  ) {
    this.topology = Topology.create(this.root, dns);
    secretProvider.set(this.root, secrets);
    internalIssuer.set(this.root, { kind: 'ClusterIssuer', name: 'internal-ca' });
  }

  /** A tier in a namespace of its own. */
  public component(id = 'app'): Component {
    const component = new Component(this.root, id, { platform: 'shop' });
    new IsolatedNamespace(component, 'namespace');
    return component;
  }

  /** Everything that the tree renders. Nothing can be added afterwards. */
  public get manifests(): readonly Manifest[] {
    if (!this.rendered) {
      assignSyncWaves(this.root, this.topology);
      this.rendered = render(this.root);
    }
    return this.rendered;
  }

  /** @throws when there is no such object, or more than one */
  public get(kind: string, name: string, namespace?: string): Manifest {
    const found = this.ofKind(kind).filter(
      ({ object: { metadata } }) =>
        metadata.name === name && (namespace === undefined || metadata.namespace === namespace),
    );
    const [manifest] = found;
    if (manifest && found.length === 1) return manifest;
    throw new Error(`${kind} '${name}': found ${found.length}, expected 1`);
  }

  public ofKind(kind: string): readonly Manifest[] {
    return this.manifests.filter(({ object }) => object.kind === kind);
  }

  public spec<K extends keyof Specs>(kind: K, name: string, namespace?: string): Rendered<Specs[K]> {
    const spec = specOf(kind, this.get(kind, name, namespace));
    if (spec) return spec;
    throw new Error(`${kind} '${name}' has no spec`);
  }

  /** A container of a workload, init containers included; the first serving one, when no name is given. */
  public container(kind: string, workload: string, name?: string): PlacedContainer['container'] {
    const placed = containersOf(this.get(kind, workload));
    const found = placed.find(({ container, init }) => (name === undefined ? !init : container.name === name));
    if (found) return found.container;
    throw new Error(`${kind} '${workload}' has no container '${String(name)}'`);
  }

  /** The plain variables of a container. */
  public variables(kind: string, workload: string, name?: string): Readonly<Record<string, string>> {
    const { env = [] } = this.container(kind, workload, name);
    return Object.fromEntries(env.flatMap(({ name: key = '', value }) => (value === undefined ? [] : [[key, value]])));
  }

  /** The files of a ConfigMap. */
  public files(configMap: string): Readonly<Record<string, string>> {
    return (this.get('ConfigMap', configMap).object.data ?? {}) as Readonly<Record<string, string>>;
  }

  /** What is wrong by any rule, one line each. */
  public get findings(): readonly string[] {
    const { findings } = judge(this.manifests, {
      connections: this.topology.connections,
      promisedSecrets: this.secrets.promised,
      prerequisites,
    });
    return findings.map(describe);
  }
}

function describe({ manifest: { object }, rule, finding }: JudgedFinding): string {
  return `${object.kind} ${object.metadata.name}: ${rule.id} at ${finding.at}, got ${JSON.stringify(finding.got)}, expected ${finding.expected}`;
}
