import type { Container, ImageStandIn } from '../harness/container';
import type { Dist } from '../harness/dist';
import type { Network } from '../harness/network';
import { Pod } from '../harness/pod';
import type { Program } from '../harness/program';
import { until } from '../harness/program';
import type { Workload } from '../harness/workload';
import { passwordOf, secretsFor } from './redis-secrets';

/** Where a pod runs. */
export interface RedisPodProps {
  readonly network: Network;
  readonly dist: Dist;
  readonly workload: Workload;
  readonly image: ImageStandIn;
  /** @default 0 */
  readonly replica?: number;
  /** Names besides its own. @default - none */
  readonly hosts?: readonly string[];
}

/** A pod of Redis or of Sentinel: its users are written, then its server runs. */
export class RedisPod {
  public program: Program;

  private constructor(
    private readonly network: Network,
    private readonly pod: Pod,
    public readonly container: Container,
    private readonly name: string,
  ) {
    this.program = container.start();
  }

  public static async start(props: RedisPodProps): Promise<RedisPod> {
    const { network, dist, workload, image, replica = 0, hosts = [] } = props;
    const { name } = workload.metadata;
    const pod = await Pod.open({
      network,
      dist,
      workload,
      secrets: secretsFor(workload),
      name: `${name}-${replica}`,
      images: { [name]: image, users: image },
      hosts,
    });
    const users = await (await pod.container('users')).start().ended;
    if (users.code !== 0) throw new Error(`the init container ended with ${users.code}\n${users.stderr}`);
    return new RedisPod(network, pod, await pod.container(name), name);
  }

  public get address(): string {
    return this.pod.address;
  }

  /** Starts the server once more in the same pod, as the kubelet does after a crash. */
  public restart(): void {
    this.program = this.container.start();
  }

  /** What the server answers to a client outside of the pod. */
  public async ask(user: string, ...command: readonly string[]): Promise<string> {
    const password = passwordOf(`${this.name}-${user}`);
    return this.answer(['--user', user, '--pass', password, '--no-auth-warning', ...command]);
  }

  /** What it answers to somebody who gives no name. */
  public async askNameless(...command: readonly string[]): Promise<string> {
    return this.answer(command);
  }

  /** Waits until the readiness probe says yes. */
  public async ready(seconds = 30): Promise<void> {
    try {
      await until(`${this.pod.name} is ready`, () => this.container.probe('readiness'), seconds);
    } catch (error) {
      throw new Error(this.program.output, { cause: error });
    }
  }

  public async close(): Promise<void> {
    await this.pod.close();
  }

  private async answer(command: readonly string[]): Promise<string> {
    const port = this.name.endsWith('sentinel') ? '26379' : '6379';
    const { stdout, stderr } = await this.network.run(['redis-cli', '-h', this.address, '-p', port, ...command]);
    return `${stdout}${stderr}`.trim();
  }
}
