import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Namespaces } from './namespaces';
import { openNamespaces } from './namespaces';
import type { Result } from './program';
import { mustRun, run } from './program';

const prefix = '10.88.0';

/**
 * The network of one test: a bridge that nothing outside can reach, an address
 * for each pod, and the names under which pods find one another.
 */
export class Network {
  private hosts: [string, string][] = [['127.0.0.1', 'localhost']];
  private lastAddress = 1;

  private constructor(
    private readonly namespaces: Namespaces,
    /** A folder for what lives as long as the network. */
    public readonly folder: string,
  ) {
    this.writeHosts();
  }

  public static async open(): Promise<Network> {
    const script = [
      'ip link set lo up',
      'ip link add bridge0 type bridge',
      `ip addr add ${prefix}.1/24 dev bridge0`,
      'ip link set bridge0 up',
    ].join('\n');
    const namespaces = await openNamespaces([], ['--net'], script);
    return new Network(namespaces, mkdtempSync(join(tmpdir(), 'drydock-e2e-')));
  }

  /** The file that every pod sees as /etc/hosts. */
  public get hostsFile(): string {
    return join(this.folder, 'hosts');
  }

  /** Gives the network namespace of a process an address. */
  public async attach(pid: number): Promise<string> {
    this.lastAddress += 1;
    const address = `${prefix}.${this.lastAddress}`;
    const link = `pod${this.lastAddress}`;
    const inPod = ['nsenter', `--net=/proc/${pid}/ns/net`];
    await mustRun([...this.enter, 'ip', 'link', 'add', link, 'type', 'veth', 'peer', 'eth0', 'netns', String(pid)]);
    await mustRun([...this.enter, 'ip', 'link', 'set', link, 'master', 'bridge0', 'up']);
    await mustRun([...inPod, 'ip', 'link', 'set', 'lo', 'up']);
    await mustRun([...inPod, 'ip', 'addr', 'add', `${address}/24`, 'dev', 'eth0']);
    await mustRun([...inPod, 'ip', 'link', 'set', 'eth0', 'up']);
    await mustRun([...inPod, 'ip', 'route', 'add', 'default', 'via', `${prefix}.1`]);
    return address;
  }

  /** Gives clients that are no pods one more address, from which they can connect to pods. */
  public async addClientAddress(address: string): Promise<void> {
    await mustRun([...this.enter, 'ip', 'addr', 'add', `${address}/32`, 'dev', 'bridge0']);
  }

  /** Lets names lead to an address: those of the Services in front of a pod, as clients spell them. */
  public addNames(address: string, ...names: readonly string[]): void {
    this.hosts.push(...names.map((name): [string, string] => [address, name]));
    this.writeHosts();
  }

  /** Forgets the names of an address, as the cluster's DNS does when a pod is gone. */
  public removeNames(address: string): void {
    this.hosts = this.hosts.filter(([known]) => known !== address);
    this.writeHosts();
  }

  /** Runs a program of this machine, as root, in the network: a client that is no pod, such as curl. */
  public async run(command: readonly string[], input = ''): Promise<Result> {
    return run([...this.enter, ...command], input);
  }

  public async close(): Promise<void> {
    await this.namespaces.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get enter(): readonly string[] {
    return ['nsenter', `--net=/proc/${this.namespaces.pid}/ns/net`];
  }

  /** In place, because pods have this very file mounted. */
  private writeHosts(): void {
    writeFileSync(this.hostsFile, this.hosts.map(([address, name]) => `${address} ${name}\n`).join(''));
  }
}
