import { Construct } from 'constructs';
import { clusterIssuerNamespace, clusterScoped, nameLabels, objectName, placeInStage } from '../core';
import { Certificate, ClusterIssuer } from '../../imports/cert-manager.io';
import type { IssuerRef } from './certificates';
import { ecdsaKey } from './certificates';

/** Ten years: the root is not rotated behind its clients' backs; it is replaced on purpose. */
const rootLifetime = { duration: '87600h0m0s', renewBefore: '8760h0m0s' } as const;

/**
 * The platform's own certificate authority for traffic between pods: a
 * self-signed root Certificate in cert-manager's namespace, the ClusterIssuer
 * that signs it, and the ClusterIssuer that signs with it.
 */
export class InternalCa extends Construct {
  public readonly issuer: IssuerRef;

  constructor(scope: Construct, id: string, platform: string) {
    super(scope, id);
    const name = objectName(platform, 'internal-ca');
    const rootIssuer = objectName(platform, 'self-signed');
    this.issuer = { kind: 'ClusterIssuer', name };
    const selfSigned = new ClusterIssuer(this, 'RootIssuer', {
      metadata: { ...clusterScoped, name: rootIssuer, labels: nameLabels(rootIssuer) },
      spec: { selfSigned: {} },
    });
    const root = new Certificate(this, 'Root', {
      metadata: { name, namespace: clusterIssuerNamespace, labels: nameLabels(name) },
      spec: {
        isCa: true,
        commonName: name,
        secretName: name,
        issuerRef: { group: 'cert-manager.io', kind: 'ClusterIssuer', name: rootIssuer },
        privateKey: ecdsaKey,
        ...rootLifetime,
      },
    });
    const issuer = new ClusterIssuer(this, 'Issuer', {
      metadata: { ...clusterScoped, name, labels: nameLabels(name) },
      spec: { ca: { secretName: name } },
    });
    // Each is healthy only once the one before it is, so none may wait for a later wave.
    [selfSigned, root, issuer].forEach((object, step) => {
      placeInStage(object, 'foundation', step);
    });
  }
}
