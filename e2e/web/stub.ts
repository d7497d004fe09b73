import { join } from 'node:path';
import type { Namespaces } from '../harness/namespaces';
import { openNamespaces } from '../harness/namespaces';
import type { Network } from '../harness/network';
import type { Program } from '../harness/program';
import { start, until } from '../harness/program';

/** What a stub says of the request that reached it. */
export interface Echo {
  /** Where the stub listens: which of them it is. */
  readonly port: number;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Length of the body that arrived. */
  readonly bytes: number;
  readonly connection: { readonly number: number; readonly requests: number };
}

/** A service behind the edge, at an address and under a name of its own. */
export class Stub {
  private constructor(
    private readonly namespaces: Namespaces,
    private readonly program: Program,
  ) {}

  /** `files` are a key and a certificate, for a service that speaks TLS. */
  public static async open(network: Network, host: string, port: string, ...files: readonly string[]): Promise<Stub> {
    // Processes of their own numbers end with their namespace, so that no stub outlives its test.
    const namespaces = await openNamespaces([], ['--net', '--pid'], '');
    network.addNames(await network.attach(namespaces.pid), host);
    const node = [process.execPath, '--import', 'tsx', join(__dirname, 'stub-program.ts'), port, ...files];
    const enter = ['nsenter', '--target', String(namespaces.pid), '--net', '--pid'];
    const program = start([...enter, ...node], { wrapped: true });
    await until(`the stub of ${host}`, () => Promise.resolve(program.output.includes('listening')));
    return new Stub(namespaces, program);
  }

  /** Leaves its address, where now nobody listens. */
  public async stop(): Promise<void> {
    await this.program.stop();
  }

  public async close(): Promise<void> {
    await this.stop();
    await this.namespaces.close();
  }
}
