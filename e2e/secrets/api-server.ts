import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Namespaces } from '../harness/namespaces';
import { openNamespaces } from '../harness/namespaces';
import type { Network } from '../harness/network';
import type { ApiServerAccess } from '../harness/pod';
import type { Program } from '../harness/program';
import { mustRun, start, until } from '../harness/program';
import type { ApiState, Attempt } from './api-state';

const port = 6443;
const token = 'token-of-the-account';

/** What the stub holds, and what was tried since it was told so. */
export interface Report {
  readonly state: ApiState;
  readonly attempts: readonly Attempt[];
}

/** An API server for Secrets alone, at an address of its own, with a certificate for it. */
export class ApiServer {
  private constructor(
    private readonly network: Network,
    private readonly namespaces: Namespaces,
    private readonly program: Program,
    private readonly folder: string,
    /** What a pod must know to reach it. */
    public readonly access: ApiServerAccess,
  ) {}

  public static async open(network: Network): Promise<ApiServer> {
    const namespaces = await openNamespaces([], ['--net'], '');
    const host = await network.attach(namespaces.pid);
    const folder = mkdtempSync(join(tmpdir(), 'drydock-api-'));
    const [key, certificate] = [join(folder, 'key'), join(folder, 'certificate')];
    const authority = await selfSigned(key, certificate, `IP:${host}`);
    const node = [process.execPath, '--import', 'tsx', join(__dirname, 'api-server-program.ts')];
    const inside = ['nsenter', `--net=/proc/${namespaces.pid}/ns/net`];
    const program = start([...inside, ...node, String(port), key, certificate, token]);
    await until('the stub of the API server', () => Promise.resolve(program.output.includes('listening')));
    return new ApiServer(network, namespaces, program, folder, { host, port, authority, token });
  }

  /** Replaces what it holds; `faster` is empty unless it is given. */
  public async hold(state: Omit<ApiState, 'faster'> & Partial<ApiState>): Promise<void> {
    await this.ask(['--request', 'PUT', '--data-binary', '@-'], JSON.stringify({ faster: {}, ...state }));
  }

  public async report(): Promise<Report> {
    return this.ask([]);
  }

  /** An authority that has signed nothing here. */
  public async strangeAuthority(): Promise<string> {
    return selfSigned(join(this.folder, 'strange-key'), join(this.folder, 'strange'), 'DNS:elsewhere');
  }

  public async close(): Promise<void> {
    await this.program.stop();
    await this.namespaces.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async ask(options: readonly string[], input = ''): Promise<Report> {
    const url = `https://${this.access.host}:${this.access.port}/state`;
    const { code, stdout, stderr } = await this.network.run(['curl', '-sSk', '-m', '10', ...options, url], input);
    if (code !== 0) throw new Error(`the stub of the API server does not answer: ${stderr}`);
    return JSON.parse(stdout) as Report;
  }
}

/** A certificate that is its own authority. */
async function selfSigned(key: string, certificate: string, name: string): Promise<string> {
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const subject = ['-days', '2', '-subj', '/CN=kubernetes', '-addext', `subjectAltName=${name}`];
  await mustRun(['openssl', 'req', '-x509', ...curve, ...subject, '-keyout', key, '-out', certificate]);
  return readFileSync(certificate, 'utf8');
}
