import { Lazy } from 'cdk8s';
import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import { nameLabels } from '../core';
import type { EntranceProps } from './exposure';

/**
 * The way in by an ingress controller that the cluster has: one Ingress, which
 * hands every host over to the edge. TLS ends at the controller; the edge
 * learns of it by X-Forwarded-Proto and does all the rest.
 */
export class EdgeIngress extends Construct {
  constructor(scope: Construct, id: string, props: EntranceProps) {
    super(scope, id);
    const { name, className, annotations, hosts, certificate, port } = props;
    const service = { name, port: { name: port.name } };
    const spec = (): k8s.IngressSpec => ({
      ingressClassName: className,
      tls: [{ hosts: [...hosts()], secretName: certificate }],
      rules: hosts().map((host) => ({
        host,
        http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service } }] },
      })),
    });
    new k8s.KubeIngress(this, 'Resource', {
      metadata: { name, labels: nameLabels(name), annotations: { ...annotations } },
      spec: Lazy.any({ produce: spec }) as k8s.IngressSpec,
    });
  }
}
