import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageStandIn } from '../harness/container';
import type { Dist } from '../harness/dist';
import type { Network } from '../harness/network';
import { until } from '../harness/program';
import { RedisPod } from './redis-pod';

/** Which set a pod belongs to. */
export type Kind = 'redis' | 'redis-sentinel';

/** All pods of a Redis with Sentinels, by kind and ordinal. */
export class RedisGroup {
  private readonly pods = new Map<string, RedisPod>();

  constructor(
    private readonly network: Network,
    private readonly dist: Dist,
    private readonly image: ImageStandIn,
  ) {}

  /** How many pods of a kind the manifests want. */
  public size(kind: Kind): number {
    return this.dist.get('StatefulSet', kind).spec.replicas ?? 1;
  }

  public async start(kind: Kind, replica: number): Promise<RedisPod> {
    const workload = this.dist.get('StatefulSet', kind);
    const pod = await RedisPod.start({ network: this.network, dist: this.dist, workload, image: this.image, replica });
    this.pods.set(`${kind}-${replica}`, pod);
    return pod;
  }

  /** Starts every pod of a kind at once. */
  public async startAll(kind: Kind): Promise<void> {
    await Promise.all(Array.from({ length: this.size(kind) }, (_, replica) => this.start(kind, replica)));
  }

  /** Takes a pod away, name and all, as the loss of its node does. Its volume stays. */
  public async lose(kind: Kind, replica: number): Promise<void> {
    await this.pod(kind, replica).close();
    this.pods.delete(`${kind}-${replica}`);
  }

  /** Takes away the volume of a pod that does not run. */
  public forget(kind: Kind, replica: number): void {
    rmSync(join(this.network.folder, 'claims', `data-${kind}-${replica}`), { recursive: true });
  }

  /** What the manifests run before a pod of the kind is told to stop. */
  public preStop(kind: Kind): readonly string[] {
    return this.dist.get('StatefulSet', kind).spec.template.spec.containers[0]?.lifecycle?.preStop?.exec.command ?? [];
  }

  public pod(kind: Kind, replica: number): RedisPod {
    const pod = this.pods.get(`${kind}-${replica}`);
    if (pod) return pod;
    throw new Error(`${kind}-${replica} does not run`);
  }

  public all(kind: Kind): readonly RedisPod[] {
    return [...this.pods].flatMap(([name, pod]) => (name.slice(0, name.lastIndexOf('-')) === kind ? [pod] : []));
  }

  /** The ordinal that a Sentinel names as the master; undefined when it names none that runs. */
  public async masterBy(sentinel: RedisPod): Promise<number | undefined> {
    const answer = await sentinel.askNameless('SENTINEL', 'get-master-addr-by-name', 'redis');
    const [, replica] = /^redis-(\d+)\./.exec(answer) ?? [];
    return replica === undefined ? undefined : Number(replica);
  }

  /** Waits until all Sentinels name the same master, that one is a master and takes writes, and returns it. */
  public async master(seconds = 30, except?: number): Promise<number> {
    let master = -1;
    const agreed = async (): Promise<boolean> => {
      const named = await Promise.all(this.all('redis-sentinel').map((sentinel) => this.masterBy(sentinel)));
      const [first] = named;
      if (first === undefined || first === except || named.some((other) => other !== first)) return false;
      master = first;
      if (!this.pods.has(`redis-${first}`)) return false;
      return (await this.pod('redis', first).ask('backend', 'SET', 'backend:probe', '1')) === 'OK';
    };
    try {
      await until('a master that all Sentinels name and that takes writes', agreed, seconds);
    } catch (error) {
      throw new Error(this.log, { cause: error });
    }
    return master;
  }

  public async close(): Promise<void> {
    await Promise.all([...this.pods.values()].map((pod) => pod.close()));
    this.pods.clear();
  }

  /** What every pod has said. */
  public get log(): string {
    return [...this.pods].map(([name, { program }]) => `== ${name}\n${program.output}`).join('\n');
  }
}
