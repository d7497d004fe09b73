import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { KubernetesObject } from '../../lib/contracts';
import { mustRun } from './program';
import type { Files } from './volumes';

/** The fields of a cert-manager Certificate that an issuer reads. */
export interface Certificate extends KubernetesObject {
  readonly spec: {
    readonly secretName: string;
    readonly dnsNames?: readonly string[];
    readonly commonName?: string;
    readonly usages: readonly string[];
  };
}

/** A certificate authority that lives as long as a test, in place of cert-manager. */
export class Authority {
  private serial = 1;

  private constructor(private readonly folder: string) {}

  public static async open(): Promise<Authority> {
    const folder = mkdtempSync(join(tmpdir(), 'drydock-ca-'));
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
    const files = ['-keyout', join(folder, 'ca.key'), '-out', join(folder, 'ca.crt')];
    await mustRun(['openssl', 'req', '-x509', ...curve, ...files, '-days', '2', '-subj', '/CN=test authority']);
    return new Authority(folder);
  }

  /** The authority's own certificate. */
  public get certificate(): string {
    return readFileSync(join(this.folder, 'ca.crt'), 'utf8');
  }

  /** The Secret that cert-manager would fill for a Certificate. */
  public async issue({ metadata, spec }: Certificate): Promise<Files> {
    this.serial += 1;
    const path = (name: string): string => join(this.folder, `${metadata.name}-${this.serial}.${name}`);
    const usage = spec.usages.includes('server auth') ? 'serverAuth' : 'clientAuth';
    const names = (spec.dnsNames ?? []).map((name) => `DNS:${name}`).join(',');
    writeFileSync(path('ext'), `extendedKeyUsage=${usage}\n${names === '' ? '' : `subjectAltName=${names}\n`}`);
    await mustRun(['openssl', 'ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', path('ec')]);
    // cert-manager writes PKCS#1/SEC1 by default; both sides read either.
    const subject = spec.commonName === undefined ? '/' : `/CN=${spec.commonName}`;
    await mustRun(['openssl', 'req', '-new', '-key', path('ec'), '-subj', subject, '-out', path('csr')]);
    await mustRun([
      ...['openssl', 'x509', '-req', '-in', path('csr'), '-out', path('crt'), '-days', '1', '-extfile', path('ext')],
      ...[
        '-CA',
        join(this.folder, 'ca.crt'),
        '-CAkey',
        join(this.folder, 'ca.key'),
        '-set_serial',
        String(this.serial),
      ],
    ]);
    const read = (name: string): string => readFileSync(path(name), 'utf8');
    return { 'tls.crt': read('crt'), 'tls.key': read('ec'), 'ca.crt': this.certificate };
  }

  public close(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
