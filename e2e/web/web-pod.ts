import type { Container } from '../harness/container';
import type { Dist } from '../harness/dist';
import type { Network } from '../harness/network';
import { Pod } from '../harness/pod';
import type { Program, Result } from '../harness/program';
import { until } from '../harness/program';
import type { Files } from '../harness/volumes';

/** Another build of NGINX than Debian's can be named while something is tried out. */
const binary = process.env.DRYDOCK_NGINX;

/** What the image brings along. */
export function imageFiles(files: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  return {
    '/etc/nginx/mime.types': '/etc/nginx/mime.types',
    ...(binary === undefined ? {} : { '/usr/sbin/nginx': binary }),
    ...files,
  };
}

/** One line of an access log. */
export type LogLine = Readonly<Record<string, string | number>>;

/** What a web pod is made of. */
export interface WebPodProps {
  readonly network: Network;
  readonly dist: Dist;
  /** The Deployment. */
  readonly name: string;
  readonly secrets?: Readonly<Record<string, Files>>;
  readonly hosts?: readonly string[];
  /** Files of the image, by path. @default - those of the package */
  readonly files?: Readonly<Record<string, string>>;
}

/** A pod of the web tier, whose NGINX runs. */
export class WebPod {
  private constructor(
    private readonly pod: Pod,
    public readonly container: Container,
    private readonly command: readonly string[],
    private readonly preStop: readonly string[],
    public program: Program,
  ) {}

  public static async open(props: WebPodProps): Promise<WebPod> {
    const { network, dist, name, secrets = {}, hosts = [], files } = props;
    const workload = dist.get('Deployment', name);
    const images = { [name]: { files: imageFiles(files) } };
    const pod = await Pod.open({ network, dist, workload, secrets, hosts, images });
    const container = await pod.container(name);
    const [spec] = workload.spec.template.spec.containers;
    const command = spec?.command ?? [];
    const program = container.startCommand(withPipes(command));
    await until(`${name} has started`, async () => container.probe('startup').catch(() => false), 20);
    return new WebPod(pod, container, command, spec?.lifecycle?.preStop?.exec.command ?? [], program);
  }

  public get address(): string {
    return this.pod.address;
  }

  /** What `nginx -t` says of the mounted configuration. */
  public async test(): Promise<Result> {
    return this.container.run(withPipes([...this.command, '-t']));
  }

  /** The access log so far. @throws when a line is no JSON */
  public get log(): readonly LogLine[] {
    return this.program.output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as LogLine);
  }

  /** Begins what the kubelet runs before it tells the container to stop. */
  public startPreStop(): void {
    this.container.startCommand(this.preStop);
  }

  /** Sends what the image's STOPSIGNAL names. */
  public async quit(): Promise<void> {
    await this.container.run(['sh', '-c', 'kill -QUIT $(cat /tmp/nginx.pid)']);
  }

  /** Gives the mounted Secrets new content. */
  public update(secrets: Readonly<Record<string, Files>>): void {
    this.pod.update(secrets);
  }

  public async close(): Promise<void> {
    await this.pod.close();
  }
}

/** Node gives its children sockets, which cannot be opened as /dev/stdout; a container runtime gives them pipes. */
function withPipes(command: readonly string[]): readonly string[] {
  return ['bash', '-c', 'set -o pipefail; "$@" | cat', 'nginx', ...command];
}
