import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Network } from '../harness/network';

/** How a request differs from `GET`. */
export interface Request {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Length of a body of nothing. */
  readonly bytes?: number;
  /** Another port than the one that the edge serves hosts on. */
  readonly port?: number;
  readonly scheme?: 'http' | 'https';
  /** More options of curl. */
  readonly options?: readonly string[];
}

/** What came back. */
export interface Answer {
  /** 0 when there was none. */
  readonly status: number;
  /** The values of a header, in the order in which they came. */
  readonly header: (name: string) => readonly string[];
  readonly body: string;
  /** curl's exit code. */
  readonly exit: number;
}

/** Who asks whom. */
export interface VisitorProps {
  readonly network: Network;
  /** The address that asks. */
  readonly address: string;
  /** The pod that is asked. */
  readonly server: string;
  /** Where it serves hosts, unless a request says otherwise. */
  readonly scheme: 'http' | 'https';
  /** Headers of every request: what a proxy in between would add. @default - none */
  readonly headers?: Readonly<Record<string, string>>;
}

const ports = { http: 8080, https: 8443 } as const;

/** Somebody with an address of their own who asks a pod. */
export class Visitor {
  private constructor(private readonly props: VisitorProps) {}

  public static async open(props: VisitorProps): Promise<Visitor> {
    await props.network.addClientAddress(props.address);
    return new Visitor(props);
  }

  public get address(): string {
    return this.props.address;
  }

  /** Asks for one URL of a host. */
  public async ask(host: string, path = '/', request: Request = {}): Promise<Answer> {
    const { stdout, code } = await this.curl(request, ['-i', this.url(host, path, request)]);
    const [head = '', ...rest] = stdout.replace(/^HTTP\/1.1 100 Continue\r\n\r\n/, '').split('\r\n\r\n');
    const [first = '', ...lines] = head.split('\r\n');
    const header = (name: string): readonly string[] =>
      lines
        .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
        .map((line) => line.slice(name.length + 1).trim());
    return { status: Number(first.split(' ')[1] ?? 0), header, body: rest.join('\r\n\r\n'), exit: code };
  }

  /** Asks for one URL many times, as fast as it goes, and returns the status of each answer. */
  public async askOften(host: string, path: string, times: number, request: Request = {}): Promise<readonly number[]> {
    const url = `${this.url(host, path, request)}${path.includes('?') ? '&' : '?'}[1-${times}]`;
    const { stdout } = await this.curl(request, ['-o', '/dev/null', '-w', '%{http_code}\\n', url]);
    return stdout.trim().split('\n').map(Number);
  }

  private url(host: string, path: string, { scheme = this.props.scheme }: Request): string {
    return `${scheme}://${host}${path}`;
  }

  private async curl(request: Request, last: readonly string[]): Promise<{ stdout: string; code: number }> {
    const { network, address, server } = this.props;
    const { method, bytes, scheme = this.props.scheme, port = ports[scheme], options = [] } = request;
    const headers = { ...this.props.headers, ...request.headers };
    return network.run([
      ...['curl', '-sk', '--interface', address, '--max-time', '20', '--connect-to', `::${server}:${port}`],
      ...(method === undefined ? [] : ['-X', method]),
      ...Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]),
      ...(bytes === undefined ? [] : ['--data-binary', `@${this.bodyOf(bytes)}`]),
      ...options,
      ...last,
    ]);
  }

  private bodyOf(bytes: number): string {
    const file = join(this.props.network.folder, `body-${bytes}`);
    writeFileSync(file, Buffer.alloc(bytes, 'x'));
    return file;
  }
}
