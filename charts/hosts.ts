import type { Environment } from '../lib/environment';

/** The names under which users reach the platform. */
export interface Hosts {
  readonly site: string;
  readonly api: string;
  readonly signOn: string;
}

/** All hosts follow from the environment's domain. */
export function hostsOf({ domain }: Environment): Hosts {
  return { site: domain, api: `api.${domain}`, signOn: `auth.${domain}` };
}
