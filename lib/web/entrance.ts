import type { Construct } from 'constructs';
import type { IClient, PodPort } from '../contracts';
import { clients, ingressController } from '../security';
import { EdgeGateway } from './edge-gateway';
import { EdgeIngress } from './edge-ingress';
import { loadBalancerService } from './edge-load-balancer';
import type { EntranceProps, Exposure } from './exposure';
import { httpPort, httpsPort } from './nginx-process';
import type { NginxProps } from './nginx-workload';

/** The ports that clients use when they name none. */
const standardPort = { http: 80, https: 443 } as const;
const servicePorts = { [httpPort.name]: standardPort.http, [httpsPort.name]: standardPort.https };

/** The ports of the edge, and the Service in front of them. */
export function serviceFor(exposure: Exposure): NginxProps['service'] {
  return exposure.type === 'loadBalancer'
    ? { ...loadBalancerService(exposure), ports: [httpPort, httpsPort], servicePorts }
    : { ports: [httpPort], servicePorts };
}

/** The ports on which requests from outside arrive. */
export function publicPorts(exposure: Exposure): readonly PodPort[] {
  return exposure.type === 'loadBalancer' ? [httpPort, httpsPort] : [httpPort];
}

/** Who is let in. */
export function visitors(exposure: Exposure): IClient {
  return exposure.type === 'loadBalancer'
    ? clients(exposure.clientCidrs)
    : ingressController(exposure.controllerNamespace);
}

/** Makes the objects in front of the Service, where there are any. */
export function createEntrance(
  scope: Construct,
  exposure: Exposure,
  props: Omit<EntranceProps, 'port' | 'className' | 'annotations'>,
): void {
  if (exposure.type === 'loadBalancer') return;
  const { className, annotations } = exposure;
  const Entrance = exposure.type === 'ingress' ? EdgeIngress : EdgeGateway;
  const port = { name: httpPort.name, number: standardPort.http };
  new Entrance(scope, 'Entrance', { ...props, className, annotations, port });
}
