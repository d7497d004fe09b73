import { join } from 'node:path';
import type { Bind, ImageStandIn } from './container';
import { Container } from './container';
import type { Dist } from './dist';
import type { Namespaces } from './namespaces';
import { openNamespaces, quote } from './namespaces';
import type { Network } from './network';
import type { Files } from './volumes';
import { bytesOf, makeClaim, writeFilesVolume } from './volumes';
import type { ContainerSpec, ProjectedSource, VolumeSpec, Workload } from './workload';

/** What a pod knows of the API server: where it is, who signed its certificate, and the pod's own token. */
export interface ApiServerAccess {
  readonly host: string;
  readonly port: number;
  readonly authority: string;
  readonly token: string;
}

/** What a pod on this machine needs besides its manifest. */
export interface PodProps {
  readonly network: Network;
  /** Where its ConfigMaps are. */
  readonly dist: Dist;
  readonly workload: Workload;
  /** The Secrets that would be in its namespace, by name. */
  readonly secrets: Readonly<Record<string, Files>>;
  /** @default - `<workload>-0` */
  readonly name?: string;
  /** What the images would bring along, by container. @default - nothing */
  readonly images?: Readonly<Record<string, ImageStandIn>>;
  /** Names of the Services in front of it. @default - none */
  readonly hosts?: readonly string[];
  /** @default - there is none */
  readonly apiServer?: ApiServerAccess;
}

/**
 * A pod of a rendered workload, run on this machine: its own network address,
 * its volumes with the kubelet's owners and modes, and its containers.
 *
 * Claims outlive it: the next pod of that name in the same network finds them.
 */
export class Pod {
  public readonly name: string;

  private constructor(
    private readonly props: PodProps,
    private readonly namespaces: Namespaces,
    public readonly address: string,
    private readonly containers: Map<string, Container>,
  ) {
    this.name = nameOf(props);
  }

  public static async open(props: PodProps): Promise<Pod> {
    const { workload, network } = props;
    const { volumes = [], securityContext } = workload.spec.template.spec;
    const memory = volumes.filter(({ emptyDir }) => emptyDir);
    const script = memory.flatMap((volume) => {
      const folder = quote(folderOf(props, volume.name));
      const size = bytesOf(volume.emptyDir?.sizeLimit ?? '');
      return [
        `mkdir -p ${folder}`,
        `mount -t tmpfs -o size=${size},mode=2777,gid=${securityContext.fsGroup} scratch ${folder}`,
      ];
    });
    for (const volume of volumes) writeVolume(props, volume, props.secrets);
    for (const { metadata } of workload.spec.volumeClaimTemplates ?? []) {
      makeClaim(claimFolderOf(props, metadata.name), securityContext.fsGroup);
    }
    const namespaces = await openNamespaces([], ['--mount', '--net', '--ipc'], script.join('\n'));
    const address = await network.attach(namespaces.pid);
    network.addNames(address, nameOf(props), ...stableNames(props), ...(props.hosts ?? []));
    return new Pod(props, namespaces, address, new Map());
  }

  /** A container of the pod, made at the first request; the only one, when no name is given. */
  public async container(name?: string): Promise<Container> {
    const { initContainers = [], containers } = this.props.workload.spec.template.spec;
    const spec = [...containers, ...initContainers].find((container) => name === undefined || container.name === name);
    if (!spec) throw new Error(`pod '${this.name}' has no container '${String(name)}'`);
    const known = this.containers.get(spec.name);
    if (known) return known;
    const container = await Container.open({
      pod: this.namespaces,
      root: join(this.props.network.folder, 'pods', this.name, 'roots', spec.name),
      spec,
      env: this.envOf(spec),
      fsGroup: this.props.workload.spec.template.spec.securityContext.fsGroup,
      image: this.props.images?.[spec.name] ?? {},
      binds: this.bindsOf(spec),
      hostsFile: this.props.network.hostsFile,
      address: this.address,
    });
    this.containers.set(spec.name, container);
    return container;
  }

  /** Gives the pod's mounted Secrets and ConfigMaps new content, as the kubelet does some time after they have changed. */
  public update(secrets: Readonly<Record<string, Files>>): void {
    for (const volume of this.props.workload.spec.template.spec.volumes ?? []) writeVolume(this.props, volume, secrets);
  }

  public async close(): Promise<void> {
    this.props.network.removeNames(this.address);
    for (const container of this.containers.values()) await container.close();
    await this.namespaces.close();
  }

  private bindsOf({ volumeMounts = [] }: ContainerSpec): readonly Bind[] {
    const claims = new Set(this.props.workload.spec.volumeClaimTemplates?.map(({ metadata }) => metadata.name));
    return volumeMounts.map(({ name, mountPath, subPath, readOnly = false }) => ({
      source: join(claims.has(name) ? claimFolderOf(this.props, name) : folderOf(this.props, name), subPath ?? ''),
      path: mountPath,
      readOnly,
    }));
  }

  private envOf({ env = [] }: ContainerSpec): Readonly<Record<string, string>> {
    const fields: Readonly<Record<string, string>> = { 'metadata.name': this.name, 'status.podIP': this.address };
    const { apiServer } = this.props;
    return {
      ...(apiServer
        ? { KUBERNETES_SERVICE_HOST: apiServer.host, KUBERNETES_SERVICE_PORT: String(apiServer.port) }
        : {}),
      ...Object.fromEntries(
        env.map(({ name, value, valueFrom }) => [name, value ?? fields[valueFrom?.fieldRef.fieldPath ?? ''] ?? '']),
      ),
    };
  }
}

/** What the API server fills in for a volume that says nothing. */
const defaultFileMode = 0o644;

function nameOf({ name, workload }: PodProps): string {
  return name ?? `${workload.metadata.name}-0`;
}

/** The name that a StatefulSet gives to each of its pods in the cluster. */
function stableNames({ workload, ...props }: PodProps): readonly string[] {
  const { serviceName } = workload.spec;
  return serviceName === undefined
    ? []
    : [`${nameOf({ workload, ...props })}.${serviceName}.${String(workload.metadata.namespace)}.svc`];
}

function folderOf(props: PodProps, volume: string): string {
  return join(props.network.folder, 'pods', nameOf(props), 'volumes', volume);
}

function claimFolderOf(props: PodProps, claim: string): string {
  return join(props.network.folder, 'claims', `${claim}-${nameOf(props)}`);
}

/** The files of a ConfigMap, Secret or projected volume; scratch space is mounted, claims are made, nothing else is known. */
function writeVolume(props: PodProps, volume: VolumeSpec, secrets: Readonly<Record<string, Files>>): void {
  const { emptyDir, configMap, secret, projected } = volume;
  if (emptyDir) return;
  const { fsGroup } = props.workload.spec.template.spec.securityContext;
  const write = (files: Files, mode: number): void => {
    writeFilesVolume(folderOf(props, volume.name), files, mode, fsGroup);
  };
  if (configMap) write(pick(props.dist.configFiles(configMap.name), configMap.items), configMap.defaultMode);
  else if (secret) write(pick(secretOf(secrets, secret.secretName), secret.items), secret.defaultMode);
  else if (projected) {
    const parts = (projected.sources ?? []).map((source) => projectedFiles(props, source, secrets));
    write(Object.assign({}, ...parts) as Files, projected.defaultMode ?? defaultFileMode);
  } else throw new Error(`volume '${volume.name}': this kind cannot be made on this machine`);
}

/** What one source of a projected volume brings. */
function projectedFiles(
  props: PodProps,
  { secret, configMap, serviceAccountToken, downwardAPI }: ProjectedSource,
  secrets: Readonly<Record<string, Files>>,
): Files {
  if (secret) return pick(secretOf(secrets, secret.name), secret.items);
  if (downwardAPI) {
    const { namespace = '' } = props.workload.metadata;
    return Object.fromEntries(downwardAPI.items.map(({ path }) => [path, namespace]));
  }
  const { apiServer } = props;
  if (!apiServer) throw new Error(`pod '${nameOf(props)}' knows an API server, and the test gives none`);
  if (serviceAccountToken) return { [serviceAccountToken.path]: apiServer.token };
  return pick({ 'ca.crt': apiServer.authority }, configMap?.items);
}

function secretOf(secrets: Readonly<Record<string, Files>>, name: string): Files {
  const files = secrets[name];
  if (files) return files;
  throw new Error(`the test gives no Secret '${name}'`);
}

/** The listed keys under the names that they are to have; all of them, when none is listed. */
function pick(files: Files, items: readonly { readonly key: string; readonly path: string }[] | undefined): Files {
  if (!items) return files;
  return Object.fromEntries(
    items.map(({ key, path }) => {
      const content = files[key];
      if (content === undefined)
        throw new Error(`there is no key '${key}'; there are ${Object.keys(files).join(', ')}`);
      return [path, content];
    }),
  );
}
