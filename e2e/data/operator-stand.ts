import { Authority } from '../harness/authority';
import type { Container } from '../harness/container';
import type { ClusterManifest, Dist } from '../harness/dist';
import { Network } from '../harness/network';
import { Pod } from '../harness/pod';
import type { Program } from '../harness/program';
import { until } from '../harness/program';
import type { Workload } from '../harness/workload';

/** The user of CloudNativePG's images. */
const operatorUser = { runAsUser: 26, runAsGroup: 26 };

/** The pod that the operator would make of a Cluster, as far as PostgreSQL sees it. */
const instance: Workload = {
  apiVersion: 'v1',
  kind: 'StatefulSet',
  metadata: { name: 'instance' },
  spec: {
    template: {
      spec: {
        securityContext: { ...operatorUser, fsGroup: operatorUser.runAsGroup },
        containers: [
          {
            name: 'postgres',
            securityContext: operatorUser,
            volumeMounts: [
              { name: 'pgdata', mountPath: '/var/lib/postgresql/data' },
              { name: 'scratch', mountPath: '/controller' },
              { name: 'certificates', mountPath: '/controller/certificates', readOnly: true },
            ],
          },
        ],
        volumes: [
          { name: 'scratch', emptyDir: { sizeLimit: '16Mi' } },
          { name: 'certificates', secret: { secretName: 'certificates', defaultMode: 0o440 } },
        ],
      },
    },
    volumeClaimTemplates: [{ metadata: { name: 'pgdata' } }],
  },
};

const data = '/var/lib/postgresql/data/pgdata';

/**
 * A Cluster's settings given to the real server, put together as the operator
 * does it: its defaults, then the Cluster's parameters, then what it keeps to
 * itself; its own access rules around the Cluster's.
 */
export class OperatorStand {
  /** The password of every role of a test. */
  public readonly password = 'with a blank';

  private constructor(
    private readonly network: Network,
    private readonly pod: Pod,
    private readonly container: Container,
  ) {}

  public static async open(dist: Dist, cluster: ClusterManifest): Promise<OperatorStand> {
    const network = await Network.open();
    const authority = await Authority.open();
    const certificate = dist.get('Certificate', cluster.spec.certificates.serverTLSSecret);
    const certificates = await authority.issue(certificate);
    authority.close();
    const account = { name: 'postgres', id: operatorUser.runAsUser, home: '/var/lib/postgresql' };
    const image = { env: { PATH: '/usr/lib/postgresql/15/bin:/usr/bin:/bin' }, account };
    const pod = await Pod.open({
      network,
      dist,
      workload: instance,
      secrets: { certificates },
      images: { postgres: image },
      hosts: certificate.spec.dnsNames ?? [],
    });
    return new OperatorStand(network, pod, await pod.container());
  }

  /** Makes a data directory by the Cluster's initdb, and starts the server with its settings. */
  public async start({ spec }: ClusterManifest): Promise<Program> {
    const { encoding, localeCollate, localeCType, dataChecksums } = spec.bootstrap.initdb;
    const initdb = ['initdb', '-U', 'postgres', `--encoding=${encoding}`, `--lc-collate=${localeCollate}`];
    await this.mustRun([...initdb, `--lc-ctype=${localeCType}`, ...(dataChecksums ? ['-k'] : [])]);
    await this.mustRun(['mkdir', '-p', '/controller/run']);
    const settings: Record<string, string> = {
      dynamic_shared_memory_type: 'posix',
      max_replication_slots: '32',
      shared_memory_type: 'mmap',
      wal_level: 'logical',
      wal_log_hints: 'on',
      ...spec.postgresql.parameters,
      // The operator adds the library of every extension that has a setting.
      shared_preload_libraries: 'pg_stat_statements',
      cluster_name: 'postgres',
      hot_standby: 'true',
      listen_addresses: '*',
      port: '5432',
      restart_after_crash: 'false',
      ssl: 'on',
      ssl_cert_file: '/controller/certificates/tls.crt',
      ssl_key_file: '/controller/certificates/tls.key',
      unix_socket_directories: '/controller/run',
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
    await this.write(`${data}/custom.conf`, lines.join(''));
    await this.mustRun(['sh', '-c', `echo "include 'custom.conf'" >>${data}/postgresql.conf`]);
    const rules = ['local all all peer', ...spec.postgresql.pg_hba, 'host all all all scram-sha-256'];
    await this.write(`${data}/pg_hba.conf`, `${rules.join('\n')}\n`);
    const server = this.container.startCommand(['postgres', '-D', data]);
    await until(
      'the server is ready',
      async () => (await this.container.run(['pg_isready', '-q', '-h', '/controller/run'])).code === 0,
    );
    return server;
  }

  public async query(sql: string): Promise<string> {
    const psql = ['psql', '--no-psqlrc', '-qAt', '-v', 'ON_ERROR_STOP=1', '-h', '/controller/run', '-U', 'postgres'];
    return (await this.mustRun([...psql, '-c', sql])).trimEnd();
  }

  /** What the server says to somebody who comes over the network, by one of its Services' names. */
  public async visit(host: string, user: string, database: string, sslmode = 'verify-full'): Promise<string> {
    const address = `host=${host} user=${user} dbname=${database} sslmode=${sslmode} connect_timeout=5`;
    const psql = ['psql', '--no-psqlrc', '-qAt', `${address} sslrootcert=/controller/certificates/ca.crt`];
    const { stdout, stderr } = await this.container.run(
      ['env', `PGPASSWORD=${this.password}`, ...psql],
      'select current_user',
    );
    return stdout + stderr;
  }

  public async close(): Promise<void> {
    await this.pod.close();
    await this.network.close();
  }

  private async write(path: string, text: string): Promise<void> {
    const { code, stderr } = await this.container.run(['sh', '-c', 'cat >"$0"', path], text);
    if (code !== 0) throw new Error(stderr);
  }

  private async mustRun(command: readonly string[]): Promise<string> {
    const { code, stdout, stderr } = await this.container.run(['env', `PGDATA=${data}`, ...command]);
    if (code === 0) return stdout;
    throw new Error(`${command.join(' ')}: ${stderr}`);
  }
}
