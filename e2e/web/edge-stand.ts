import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Certificate } from '../harness/authority';
import { Authority } from '../harness/authority';
import type { Dist } from '../harness/dist';
import { Network } from '../harness/network';
import type { Files } from '../harness/volumes';
import { Stub } from './stub';
import { Visitor } from './visitor';
import { WebPod } from './web-pod';

/** What the tests read off an edge's configuration, because it differs between environments. */
export interface EdgeFacts {
  readonly terminatesTls: boolean;
  readonly hosts: readonly string[];
  /** A host that is passed on as a whole. */
  readonly host: string;
  readonly rate: number;
  readonly burst: number;
  readonly maxBodyBytes: number;
  /** An address that is believed when it names another. */
  readonly trusted?: string;
  readonly services: readonly { readonly host: string; readonly port: string }[];
}

/** Reads the configuration of an edge in `dist/`. */
export function readEdge(dist: Dist): EdgeFacts {
  const conf = dist.configFiles('edge-nginx')['nginx.conf'] ?? '';
  const find = (pattern: RegExp): string => {
    const [, found] = pattern.exec(conf) ?? [];
    if (found !== undefined) return found;
    throw new Error(`nginx.conf of the edge has no ${pattern.source}`);
  };
  const servers = conf.split(/\n {4}server \{\n/).slice(1);
  const named = servers.flatMap((text) => {
    const [, host] = /^ *server_name (\S+);$/m.exec(text) ?? [];
    return host === undefined ? [] : [{ host, whole: /location \/ \{\n *include/.test(text) }];
  });
  const whole = named.find((server) => server.whole);
  if (!whole) throw new Error('no host of the edge is passed on as a whole');
  const [, trustedBlock] = /set_real_ip_from (\d+\.\d+\.\d+)\.\d+\/\d+;/.exec(conf) ?? [];
  return {
    terminatesTls: conf.includes('ssl_certificate '),
    hosts: named.map(({ host }) => host),
    host: whole.host,
    rate: Number(find(/zone=requests:\S+ rate=(\d+)r\/s/)),
    burst: Number(find(/zone=requests burst=(\d+)/)),
    maxBodyBytes: Number(find(/client_max_body_size (\d+)m;/)) * 2 ** 20,
    ...(trustedBlock === undefined ? {} : { trusted: `${trustedBlock}.77` }),
    services: [...conf.matchAll(/^ *server (\S+):(\d+) max_fails/gm)].map(([, host = '', port = '']) => ({
      host,
      port,
    })),
  };
}

/** An edge that runs, with a stub in place of each service behind it. */
export class EdgeStand {
  private visitors = 0;

  private constructor(
    public readonly network: Network,
    public readonly authority: Authority,
    public readonly facts: EdgeFacts,
    public readonly edge: WebPod,
    public readonly stubs: readonly Stub[],
    private readonly certificate: Certificate,
  ) {}

  /** `secure` names the services that speak TLS, each with the name that its certificate proves. */
  public static async open(dist: Dist, secure: Readonly<Record<string, string>> = {}): Promise<EdgeStand> {
    const network = await Network.open();
    const authority = await Authority.open();
    const facts = readEdge(dist);
    const stubs: Stub[] = [];
    for (const { host, port } of facts.services) {
      const name = secure[host];
      const files = name === undefined ? [] : await keyAndCertificate(authority, network.folder, name);
      stubs.push(await Stub.open(network, host, port, ...files));
    }
    const secrets: Record<string, Files> = {};
    for (const issued of dist.all('Certificate')) secrets[issued.spec.secretName] = await authority.issue(issued);
    const edge = await WebPod.open({ network, dist, name: 'edge', secrets });
    const certificate = dist.get('Certificate', 'edge-tls');
    return new EdgeStand(network, authority, facts, edge, stubs, certificate);
  }

  /**
   * Somebody whom nobody has met before. Behind a proxy that terminates TLS,
   * it is this proxy that asks, in the name of the visitor.
   */
  public async visitor(): Promise<Visitor> {
    this.visitors += 1;
    const address = `192.0.2.${this.visitors}`;
    const { terminatesTls, trusted } = this.facts;
    if (terminatesTls) return this.client(address);
    if (trusted === undefined) throw new Error('nobody is trusted to terminate TLS');
    return this.client(`${trusted.slice(0, trusted.lastIndexOf('.'))}.${100 + this.visitors}`, {
      'X-Forwarded-For': address,
      'X-Forwarded-Proto': 'https',
    });
  }

  /** Somebody with that address, and what it says in every request. */
  public async client(address: string, headers: Readonly<Record<string, string>> = {}): Promise<Visitor> {
    const scheme = this.facts.terminatesTls ? 'https' : 'http';
    return Visitor.open({ network: this.network, address, server: this.edge.address, scheme, headers });
  }

  /** The certificate that a client of that host is shown. */
  public async shownCertificate(host: string): Promise<{ readonly serial: string; readonly names: readonly string[] }> {
    const connect = ['openssl', 's_client', '-connect', `${this.edge.address}:8443`, '-servername', host];
    const shown = await this.network.run(connect);
    const read = ['openssl', 'x509', '-noout', '-serial', '-ext', 'subjectAltName'];
    const { stdout } = await this.network.run(read, shown.stdout);
    return {
      serial: /serial=(\S+)/.exec(stdout)?.[1] ?? '',
      names: [...stdout.matchAll(/DNS:([^,\s]+)/g)].map(([, name = '']) => name),
    };
  }

  /** Renews the public certificate, as cert-manager and then the kubelet would. */
  public async renewCertificate(): Promise<void> {
    this.edge.update({ [this.certificate.spec.secretName]: await this.authority.issue(this.certificate) });
  }

  public async close(): Promise<void> {
    await this.edge.close();
    for (const stub of this.stubs) await stub.close();
    this.authority.close();
    await this.network.close();
  }
}

/** Files of a service that speaks TLS under the platform's own authority. */
async function keyAndCertificate(authority: Authority, folder: string, name: string): Promise<readonly string[]> {
  const spec = { secretName: name, dnsNames: [name], usages: ['server auth'] };
  const issued = await authority.issue({ apiVersion: 'v1', kind: 'Certificate', metadata: { name }, spec });
  return ['tls.key', 'tls.crt'].map((key) => {
    const file = join(folder, `${name}-${key}`);
    writeFileSync(file, issued[key] ?? '');
    return file;
  });
}
