import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import type { ISecret, Labels } from '../contracts';
import { nameLabels, PerApplication } from '../core';
import {
  Certificate,
  CertificateSpecPrivateKeyAlgorithm,
  CertificateSpecPrivateKeyRotationPolicy,
  CertificateSpecPrivateKeySize,
  CertificateSpecUsages,
} from '../../imports/cert-manager.io';

/** Who signs: an issuer of cert-manager. */
export interface IssuerRef {
  readonly kind: string;
  readonly name: string;
}

/** The issuer of certificates between pods. An environment has exactly one. */
export const internalIssuer = new PerApplication<IssuerRef>('internal issuer');

/** The keys of a Secret that cert-manager writes. */
export const certificateKeys = { certificate: 'tls.crt', key: 'tls.key', authority: 'ca.crt' } as const;

/** What a certificate proves, and for how long. */
export interface TlsCertificateProps {
  /** The name of the Certificate and of its Secret. */
  readonly name: string;
  /** The names that a server answers to; none for a client. A function is asked when everything is described. */
  readonly dnsNames?: readonly string[] | (() => readonly string[]);
  readonly usage: 'server' | 'client';
  /** Who is proven, for a client. */
  readonly commonName?: string;
  /** @default - the internal issuer */
  readonly issuer?: IssuerRef;
  /**
   * Labels of the Secret, by which an operator notices that it has changed.
   * @default - none
   */
  readonly secretLabels?: Labels;
}

/** P-256: the curve that every client of the last ten years speaks. */
export const ecdsaKey = {
  algorithm: CertificateSpecPrivateKeyAlgorithm.ECDSA,
  size: CertificateSpecPrivateKeySize.VALUE_256,
} as const;

const extendedUsage = { server: CertificateSpecUsages.SERVER_AUTH, client: CertificateSpecUsages.CLIENT_AUTH } as const;

/** 90 days, renewed after 60: long enough for a holiday, short enough that renewal is never forgotten. */
const lifetime = { duration: '2160h0m0s', renewBefore: '720h0m0s' } as const;

/**
 * A certificate by cert-manager, as the Secret that it fills: one Certificate.
 * The Secret also holds `ca.crt`, by which the bearer checks the other side.
 */
export class TlsCertificate extends Construct implements ISecret {
  public readonly name: string;
  public readonly keys: readonly string[] = Object.values(certificateKeys);

  constructor(scope: Construct, id: string, props: TlsCertificateProps) {
    super(scope, id);
    const { name, dnsNames, usage, commonName, issuer, secretLabels } = props;
    this.name = name;
    const issuerRef = issuer ?? internalIssuer.get(this);
    new Certificate(this, 'Resource', {
      metadata: { name, labels: nameLabels(name) },
      spec: {
        secretName: name,
        ...(secretLabels === undefined ? {} : { secretTemplate: { labels: { ...secretLabels } } }),
        issuerRef: { group: 'cert-manager.io', kind: issuerRef.kind, name: issuerRef.name },
        ...(dnsNames === undefined ? {} : { dnsNames: listOf(dnsNames) }),
        ...(commonName === undefined ? {} : { commonName }),
        usages: [CertificateSpecUsages.DIGITAL_SIGNATURE, CertificateSpecUsages.KEY_ENCIPHERMENT, extendedUsage[usage]],
        privateKey: { ...ecdsaKey, rotationPolicy: CertificateSpecPrivateKeyRotationPolicy.ALWAYS },
        ...lifetime,
      },
    });
  }

  /** A certificate serves the namespace that it was made in. */
  public availableIn(): string {
    return this.name;
  }
}

function listOf(names: readonly string[] | (() => readonly string[])): string[] {
  return typeof names === 'function' ? (Lazy.any({ produce: () => [...names()] }) as string[]) : [...names];
}
