import { Lazy } from 'cdk8s';
import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import type { Endpoint, IWireable, Labels, PodPeer, PodPort, WiredFacts, Wiring } from '../contracts';
import type { PodShape, Resources } from '../core';
import {
  Component,
  identityOf,
  invalidProp,
  isDnsLabel,
  nameLabels,
  objectName,
  Topology,
  versionLabel,
} from '../core';
import type { RunAs } from '../security';
import {
  certificateKeys,
  connect,
  podSecurityContext,
  RoleGrant,
  TlsCertificate,
  unprivileged,
  WorkloadNetworkPolicy,
} from '../security';
import type { ContainerProps } from './container';
import { renderContainer } from './container';
import type { Priority } from './priority';
import { priorityClassName } from './priority';
import type { Mount, Volume } from './volume';
import { renderVolume, secretVolume, tokenMount } from './volume';

/** What the pods of a workload are, apart from how many there are. */
export interface PodsProps extends ContainerProps {
  readonly priority: Priority;
  /** @default - user and group 10001 */
  readonly runAs?: RunAs;
  /** @default Always */
  readonly restartPolicy?: 'Always' | 'OnFailure' | 'Never';
  /** Seconds from the request to stop until the kernel ends it. @default 30 */
  readonly terminationGracePeriodSeconds?: number;
}

/** The directory under which secrets are mounted. */
const secretsDirectory = '/run/secrets';
const defaultGraceSeconds = 30;

/**
 * The pods of one workload and what always comes with them: a ServiceAccount
 * without a token and a NetworkPolicy for both directions.
 *
 * Guarantees the "restricted" Pod Security Standard for every container, init
 * containers included. Being a client, it takes in what `connect` tells it.
 */
export class Pods extends Construct implements IWireable {
  public readonly peer: PodPeer;
  public readonly name: string;
  private readonly env: Record<string, string> = {};
  private readonly volumes = new Map<string, Volume>();
  /** What connections and grants bring into the main container, by path. */
  private readonly wiredMounts = new Map<string, Mount>();
  private readonly sidecars: { name: string; props: ContainerProps }[] = [];
  private readonly initContainers: { name: string; props: ContainerProps }[] = [];
  private clientCertificate: TlsCertificate | undefined;

  constructor(
    scope: Construct,
    id: string,
    name: string,
    private readonly props: PodsProps,
    scale: () => Pick<PodShape, 'count' | 'claims' | 'loadBalancers'>,
  ) {
    super(scope, id);
    if (!isDnsLabel(name)) {
      throw invalidProp(scope, {
        prop: 'id',
        got: name,
        expected: 'a DNS label: lower-case letters, digits and dashes, starting with a letter, 63 at most',
        fix: 'the id names the Service and its DNS entry, so choose what clients should call it',
      });
    }
    const { namespace } = Component.containing(this);
    this.name = name;
    this.peer = { type: 'pods', id: `${namespace}/${name}`, namespace, labels: identityOf(name), managed: true };
    new k8s.KubeServiceAccount(this, 'Account', {
      metadata: { name, labels: nameLabels(name) },
      automountServiceAccountToken: false,
    });
    Topology.of(this).add({ peer: this.peer, construct: scope, shape: () => ({ ...scale(), ...this.sizes() }) });
    new WorkloadNetworkPolicy(this, 'Network', this.peer, name);
    for (const { volume } of props.mounts ?? []) this.addVolume(volume);
  }

  /** What a client needs to know of one of the ports. */
  public endpoint(port: PodPort, wiring?: Wiring): Endpoint {
    return { name: port.name, server: this.peer, ports: [port], ...(wiring === undefined ? {} : { wiring }) };
  }

  /** Adds a container that runs to its end before the others start. */
  public addInitContainer(name: string, props: ContainerProps): void {
    this.initContainers.push({ name, props });
    for (const { volume } of props.mounts ?? []) this.addVolume(volume);
  }

  /** Adds a container that runs beside the main one. */
  public addSidecar(name: string, props: ContainerProps): void {
    this.sidecars.push({ name, props });
    for (const { volume } of props.mounts ?? []) this.addVolume(volume);
  }

  /** Sets plain environment variables of the main container. */
  public addEnv(variables: Readonly<Record<string, string>>): void {
    for (const [key, value] of Object.entries(variables)) {
      const other = this.env[key] ?? this.props.env?.[key];
      if (other !== undefined && other !== value) {
        throw invalidProp(this, {
          prop: `env.${key}`,
          got: value,
          expected: `one value; it is ${other} already`,
          fix: 'give one of the two another name, for a connection by the option `variables`',
        });
      }
      this.env[key] = value;
    }
  }

  /** Grants rights at the API server, in the workload's own namespace or in others, with a short-lived token. */
  public grant(
    apiServer: Endpoint,
    rules: readonly k8s.PolicyRule[],
    namespace: string = this.peer.namespace,
  ): RoleGrant {
    const grant = new RoleGrant(this, objectName('grant', namespace), {
      name: this.name,
      namespace,
      account: { name: this.name, namespace: this.peer.namespace },
      rules,
    });
    if (!this.wiredMounts.has(tokenMount.path)) {
      this.wireMount(tokenMount);
      connect(this, apiServer);
    }
    return grant;
  }

  public wire(wiring: Wiring, variables?: (facts: WiredFacts) => Readonly<Record<string, string>>): void {
    const files: Record<string, string> = {};
    for (const [fact, { secret, key }] of Object.entries(wiring.secrets ?? {})) {
      files[fact] =
        `${this.mountSecret(secret.name, () => secretVolume(objectName('secret', secret.name), secret))}/${key}`;
    }
    if (wiring.tls) {
      const certificate = this.certificate();
      files.CA = `${this.mountSecret(certificate.name, () => secretVolume('client-tls', certificate))}/${certificateKeys.authority}`;
    }
    const named = variables
      ? variables({ values: wiring.values, files })
      : Object.fromEntries([
          ...Object.entries(wiring.values).map(([fact, value]) => [`${wiring.prefix}_${fact}`, value] as const),
          ...Object.entries(files).map(([fact, path]) => [`${wiring.prefix}_${fact}_FILE`, path] as const),
        ]);
    this.addEnv(named);
  }

  /** The pod template, complete once everything is connected. */
  public template(extra: () => Partial<k8s.PodSpec> = () => ({})): k8s.PodTemplateSpec {
    return Lazy.any({ produce: () => this.render(extra()) }) as k8s.PodTemplateSpec;
  }

  /** The labels of the workload's objects. */
  public get labels(): Labels {
    return { ...nameLabels(this.name), ...versionLabel(this.props.image.tag) };
  }

  private certificate(): TlsCertificate {
    const name = objectName(this.name, 'client-tls');
    this.clientCertificate ??= new TlsCertificate(this, 'ClientCertificate', {
      name,
      usage: 'client',
      commonName: this.name,
    });
    return this.clientCertificate;
  }

  /** Mounts a secret where it is not mounted yet, and says where it is. */
  private mountSecret(name: string, volume: () => Volume): string {
    const path = `${secretsDirectory}/${name}`;
    if (!this.wiredMounts.has(path)) this.wireMount({ path, volume: volume() });
    return path;
  }

  private wireMount(mount: Mount): void {
    this.wiredMounts.set(mount.path, mount);
    this.addVolume(mount.volume);
  }

  private addVolume(volume: Volume): void {
    this.volumes.set(volume.name, volume);
    if (volume.type === 'secret') volume.secret.availableIn(this);
  }

  /** One annotation for each ConfigMap: a changed configuration replaces the pods. */
  private checksums(): Record<string, string> {
    return Object.fromEntries(
      [...this.volumes.values()].flatMap((volume) =>
        volume.type === 'config' ? [[`drydock.dev/checksum.${volume.files.name}`, volume.files.checksum]] : [],
      ),
    );
  }

  private sizes(): { containers: readonly Resources[]; initContainers: readonly Resources[] } {
    return {
      containers: [this.props, ...this.sidecars.map(({ props }) => props)].map(({ resources }) => resources),
      initContainers: this.initContainers.map(({ props }) => props.resources),
    };
  }

  private render(extra: Partial<k8s.PodSpec>): k8s.PodTemplateSpec {
    const runAs = this.props.runAs ?? unprivileged;
    const { platform } = Component.containing(this);
    const main: ContainerProps = {
      ...this.props,
      env: { ...this.props.env, ...this.env },
      mounts: [...(this.props.mounts ?? []), ...this.wiredMounts.values()],
    };
    const containers = (list: readonly { name: string; props: ContainerProps }[]): k8s.Container[] =>
      list.map(({ name, props }) => renderContainer(name, props, runAs));
    const volumes = [...this.volumes.values()].map(renderVolume).filter((volume) => volume !== undefined);
    const checksums = this.checksums();
    return {
      metadata: {
        labels: { ...this.labels, ...Component.containing(this).labels },
        ...(Object.keys(checksums).length > 0 ? { annotations: checksums } : {}),
      },
      spec: {
        serviceAccountName: this.name,
        automountServiceAccountToken: false,
        enableServiceLinks: false,
        priorityClassName: priorityClassName(platform, this.props.priority),
        restartPolicy: this.props.restartPolicy ?? 'Always',
        terminationGracePeriodSeconds: this.props.terminationGracePeriodSeconds ?? defaultGraceSeconds,
        securityContext: podSecurityContext(runAs),
        ...(this.initContainers.length > 0 ? { initContainers: containers(this.initContainers) } : {}),
        containers: containers([{ name: this.name, props: main }, ...this.sidecars]),
        ...(volumes.length > 0 ? { volumes } : {}),
        ...extra,
      },
    };
  }
}
