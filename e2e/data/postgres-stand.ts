import { randomBytes } from 'node:crypto';
import { Authority } from '../harness/authority';
import type { Container } from '../harness/container';
import type { Dist } from '../harness/dist';
import { readDist } from '../harness/dist';
import { Network } from '../harness/network';
import { Pod } from '../harness/pod';
import type { Program, Result } from '../harness/program';
import { until } from '../harness/program';
import type { Files } from '../harness/volumes';
import { clientImage, clientWorkload, serverImage } from './postgres-image';

/** What a client says to get in. */
export interface Visit {
  readonly user: string;
  readonly password: string;
  readonly database?: string;
  readonly host?: string;
  readonly sslmode?: string;
  readonly sql?: string;
}

/**
 * The StatefulSet `postgres` of an environment with everything around it: an
 * authority that issues its certificates, random passwords, its provisioning.
 */
export class PostgresStand {
  /** The Secrets of the data tier, by name. */
  public readonly secrets: Record<string, Files> = {};
  public readonly host: string;
  private pod: Pod | undefined;
  private runs = 0;

  private constructor(
    public readonly dist: Dist,
    private readonly network: Network,
    private readonly authority: Authority,
    private readonly client: Pod,
  ) {
    this.host = `postgres.${dist.get('StatefulSet', 'postgres').metadata.namespace ?? ''}.svc`;
  }

  public static async open(environment: string): Promise<PostgresStand> {
    const dist = readDist(environment, 'data');
    const network = await Network.open();
    const authority = await Authority.open();
    const client = await Pod.open({
      network,
      dist,
      workload: clientWorkload,
      secrets: { authority: { 'ca.crt': authority.certificate } },
      images: { client: clientImage },
    });
    const stand = new PostgresStand(dist, network, authority, client);
    stand.secrets['postgres-superuser'] = { password: newPassword() };
    for (const name of stand.databases) stand.secrets[`postgres-${name}`] = { password: newPassword() };
    await stand.issue('postgres-server-tls');
    await stand.issue('postgres-provision-client-tls');
    await stand.openPod();
    return stand;
  }

  /** The databases that clients were promised. */
  public get databases(): readonly string[] {
    const lines = this.dist.configFiles('postgres-provision').databases?.trimEnd().split('\n') ?? [];
    return lines.map((line) => line.split(' ')[0] ?? '');
  }

  public get server(): Promise<Container> {
    return this.serverPod.container('postgres');
  }

  public get reloader(): Promise<Container> {
    return this.serverPod.container('reload');
  }

  public passwordOf(role: string): string {
    return this.secrets[`postgres-${role}`]?.password ?? '';
  }

  /** Starts the server as the manifest says, and waits until it is ready. */
  public async start(): Promise<Program> {
    const server = await this.server;
    const program = server.start();
    await until('the server is ready', () => server.probe('readiness')).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${program.output}`);
    });
    return program;
  }

  /** Runs SQL inside the server's pod, over its socket. @throws when the server refuses it */
  public async query(sql: string, database = 'postgres'): Promise<string> {
    const server = await this.server;
    const { code, stdout, stderr } = await server.run(
      ['psql', '--no-psqlrc', '-qAt', '-v', 'ON_ERROR_STOP=1', '-h', '/var/run/postgresql', '-U', 'postgres', database],
      sql,
    );
    if (code !== 0) throw new Error(stderr);
    return stdout.trimEnd();
  }

  /** Runs the provisioning Job once, in a pod of its own, with the Secrets as they are now. */
  public async provision(): Promise<Result> {
    this.runs += 1;
    const job = this.dist.get('Job', 'postgres-provision');
    const pod = await Pod.open({
      network: this.network,
      dist: this.dist,
      workload: job,
      secrets: this.secrets,
      name: `postgres-provision-${this.runs}`,
      images: { 'postgres-provision': clientImage },
    });
    const result = await (await pod.container()).start().ended;
    await pod.close();
    return result;
  }

  /** Connects as a client would: from another pod, by name, verifying the certificate. */
  public async visit({ user, password, database = user, ...rest }: Visit): Promise<Result> {
    const { host = this.host, sslmode = 'verify-full', sql = 'select 1' } = rest;
    const connection = `host=${host} user=${user} dbname=${database} sslmode=${sslmode} sslrootcert=/authority/ca.crt`;
    const psql = ['psql', '--no-psqlrc', '-qAt', '-v', 'ON_ERROR_STOP=1', `${connection} connect_timeout=5`];
    return (await this.client.container()).run(['env', `PGPASSWORD=${password}`, ...psql], sql);
  }

  /** Issues a certificate anew, as cert-manager does when its time has come. */
  public async issue(name: string): Promise<void> {
    const certificate = this.dist.get('Certificate', name);
    this.secrets[certificate.spec.secretName] = await this.authority.issue(certificate);
  }

  /** Lets the kubelet bring changed Secrets into the server's pod. */
  public refresh(): void {
    this.serverPod.update(this.secrets);
  }

  /** The certificate that the server shows to clients. */
  public async shownCertificate(): Promise<string> {
    const { stdout } = await this.network.run([
      'openssl',
      's_client',
      '-starttls',
      'postgres',
      '-connect',
      `${this.serverPod.address}:5432`,
    ]);
    return /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(stdout)?.[0] ?? '';
  }

  /** Replaces the pod by a new one on the same volumes. */
  public async replacePod(): Promise<void> {
    await this.serverPod.close();
    await this.openPod();
  }

  public async close(): Promise<void> {
    await this.pod?.close();
    await this.client.close();
    await this.network.close();
    this.authority.close();
  }

  private get serverPod(): Pod {
    if (!this.pod) throw new Error('the stand is not open');
    return this.pod;
  }

  private async openPod(): Promise<void> {
    const image = serverImage(this.network);
    this.pod = await Pod.open({
      network: this.network,
      dist: this.dist,
      workload: this.dist.get('StatefulSet', 'postgres'),
      secrets: this.secrets,
      images: { postgres: image, reload: image },
      hosts: [this.host],
    });
  }
}

/** With everything that a careless script would stumble over. */
export function newPassword(): string {
  return `${randomBytes(12).toString('hex')}:\\'"$(x) %`;
}
