import type { Namespaces } from './namespaces';
import { openNamespaces, quote } from './namespaces';
import type { Program, Result } from './program';
import { run, start } from './program';
import type { ContainerSpec } from './workload';

/** What the image would bring along and this machine's packages do not. */
export interface ImageStandIn {
  /** What runs before `args` when the manifest names no command. @default - nothing */
  readonly entrypoint?: readonly string[];
  /** Variables that the image sets. @default - PATH alone */
  readonly env?: Readonly<Record<string, string>>;
  /** Its line in /etc/passwd; without one the user has no name. @default - none */
  readonly account?: { readonly name: string; readonly id: number; readonly home: string };
  /** Files or directories of this machine, by their path in the image. @default - none; /usr is always there */
  readonly files?: Readonly<Record<string, string>>;
}

/** A directory of this machine at a path of a container. */
export interface Bind {
  readonly source: string;
  readonly path: string;
  readonly readOnly: boolean;
}

const defaultPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';
const rootSize = '64m';

/**
 * One container of a pod: a root directory of its own that is read-only but for
 * its mounts, its user without any capability, its own process numbers.
 */
export class Container {
  private constructor(
    private readonly namespaces: Namespaces,
    private readonly root: string,
    private readonly spec: ContainerSpec,
    private readonly env: Readonly<Record<string, string>>,
    private readonly fsGroup: number,
    private readonly image: ImageStandIn,
    private readonly address: string,
  ) {}

  public static async open(props: {
    readonly pod: Namespaces;
    readonly root: string;
    readonly spec: ContainerSpec;
    readonly env: Readonly<Record<string, string>>;
    readonly fsGroup: number;
    readonly image: ImageStandIn;
    readonly binds: readonly Bind[];
    readonly hostsFile: string;
    readonly address: string;
  }): Promise<Container> {
    const { pod, root, spec, env, fsGroup, image, binds, hostsFile, address } = props;
    const enter = ['nsenter', '--target', String(pod.pid), '--mount', '--net', '--ipc'];
    const script = rootScript(root, hostsFile, image, binds);
    const namespaces = await openNamespaces(enter, ['--mount', '--pid'], script);
    return new Container(namespaces, root, spec, env, fsGroup, image, address);
  }

  /** Starts what the manifest says: its command and args, or the image's entry point with its args. */
  public start(): Program {
    const { command, args = [] } = this.spec;
    return this.startCommand([...(command ?? this.image.entrypoint ?? []), ...args]);
  }

  /** Starts another program in the container, as its user. */
  public startCommand(command: readonly string[], input = ''): Program {
    return start(this.enter(command), { input, wrapped: true });
  }

  /** Runs a program in the container to its end, as `kubectl exec` would. */
  public async run(command: readonly string[], input = ''): Promise<Result> {
    return run(this.enter(command), input);
  }

  /** Asks one of the manifest's probes, once, as the kubelet does. */
  public async probe(kind: 'startup' | 'readiness' | 'liveness'): Promise<boolean> {
    const probe = this.spec[`${kind}Probe`];
    if (!probe) throw new Error(`container '${this.spec.name}' has no ${kind} probe`);
    const seconds = String(probe.timeoutSeconds);
    if (probe.exec) return (await run(['timeout', seconds, ...this.enter(probe.exec.command)])).code === 0;
    const net = ['nsenter', `--net=/proc/${this.namespaces.pid}/ns/net`];
    if (probe.httpGet) {
      const { scheme = 'HTTP', port, path } = probe.httpGet;
      const url = `${scheme.toLowerCase()}://${this.address}:${port}${path}`;
      const { stdout } = await run([
        ...net,
        'curl',
        '-sk',
        '-o',
        '/dev/null',
        '-w',
        '%{http_code}',
        '-m',
        seconds,
        url,
      ]);
      return Number(stdout) >= 200 && Number(stdout) < 400;
    }
    const port = probe.tcpSocket?.port ?? 0;
    return (await run([...net, 'timeout', seconds, 'bash', '-c', `</dev/tcp/${this.address}/${port}`])).code === 0;
  }

  public async close(): Promise<void> {
    await this.namespaces.close();
  }

  /** The way into the container for a command, as its user. */
  private enter(command: readonly string[]): readonly string[] {
    const { runAsUser, runAsGroup } = this.spec.securityContext;
    const variables = { PATH: defaultPath, ...this.image.env, ...this.env };
    return [
      ...[
        'nsenter',
        '--target',
        String(this.namespaces.pid),
        '--mount',
        '--net',
        '--ipc',
        '--pid',
        'chroot',
        this.root,
      ],
      ...['setpriv', `--reuid=${runAsUser}`, `--regid=${runAsGroup}`, `--groups=${this.fsGroup}`],
      ...['--no-new-privs', '--inh-caps=-all', '--bounding-set=-all', 'env', '-i'],
      ...Object.entries(variables).map(([name, value]) => `${name}=${value}`),
      ...command,
    ];
  }
}

/** Builds the root directory: /usr of this machine, a minimal /etc, devices, an own /proc, and the mounts. */
function rootScript(root: string, hostsFile: string, image: ImageStandIn, binds: readonly Bind[]): string {
  const { account, files = {} } = image;
  const users = ['root:x:0:0:root:/root:/bin/sh', 'nobody:x:65534:65534:nobody:/nonexistent:/bin/false'];
  const groups = ['root:x:0:', 'nogroup:x:65534:'];
  if (account) {
    users.push(`${account.name}:x:${account.id}:${account.id}::${account.home}:/bin/sh`);
    groups.push(`${account.name}:x:${account.id}:`);
  }
  const mounts = [
    ...Object.entries(files).map(([path, source]): Bind => ({ source, path, readOnly: true })),
    ...binds,
  ].sort((a, b) => a.path.split('/').length - b.path.split('/').length);
  return [
    `mkdir -p ${quote(root)}`,
    `mount -t tmpfs -o size=${rootSize},mode=755 root ${quote(root)}`,
    `cd ${quote(root)}`,
    'mkdir -p usr etc dev proc tmp run var root',
    'chmod 1777 tmp',
    // Relative, so that it cannot lead out of the root that is being built.
    'ln -s ../run var/run',
    'mount --rbind -o ro /usr usr',
    'for d in bin sbin lib lib32 lib64 libx32; do',
    '  if [ -L /$d ]; then cp -a /$d $d; elif [ -d /$d ]; then mkdir $d; mount --bind -o ro /$d $d; fi',
    'done',
    'for d in ssl alternatives; do mkdir etc/$d; mount --bind -o ro /etc/$d etc/$d; done',
    'cp /etc/ld.so.cache etc/',
    `printf '%s\\n' ${users.map(quote).join(' ')} >etc/passwd`,
    `printf '%s\\n' ${groups.map(quote).join(' ')} >etc/group`,
    'echo "hosts: files" >etc/nsswitch.conf',
    `touch etc/hosts && mount --bind -o ro ${quote(hostsFile)} etc/hosts`,
    'for d in null zero full random urandom tty; do touch dev/$d; mount --bind /dev/$d dev/$d; done',
    'ln -s /proc/self/fd dev/fd; ln -s fd/0 dev/stdin; ln -s fd/1 dev/stdout; ln -s fd/2 dev/stderr',
    'mkdir dev/shm && mount -t tmpfs -o size=64m,mode=1777 shm dev/shm',
    'mount -t proc proc proc',
    ...mounts.flatMap(({ source, path, readOnly }) => {
      const at = quote(`.${path}`);
      return [
        `if [ -d ${quote(source)} ]; then mkdir -p ${at}; elif [ ! -e ${at} ]; then mkdir -p "$(dirname ${at})"; touch ${at}; fi`,
        `mount --bind ${quote(source)} ${at}`,
        ...(readOnly ? [`mount -o remount,bind,ro ${at}`] : []),
      ];
    }),
    'mount -o remount,bind,ro .',
  ].join('\n');
}
