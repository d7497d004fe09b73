import type { LoadBalancerExposure } from './exposure';
import type { NginxProps } from './nginx-workload';

/** The Service of an edge that clients reach by themselves. The client's address is kept: the rate limit and the log need it. */
export function loadBalancerService({
  clientCidrs,
  annotations,
}: LoadBalancerExposure): Omit<NginxProps['service'], 'ports'> {
  return { serviceType: 'LoadBalancer', serviceAnnotations: annotations, loadBalancerSourceRanges: clientCidrs };
}
