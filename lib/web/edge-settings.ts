import type { Bytes, Resources } from '../core';
import type { SecurityHeaders } from './edge-headers';
import type { Route } from './edge-route';
import type { RateLimit } from './rate-limit';

/** Everything that the configuration of an edge follows from. */
export interface EdgeSettings {
  readonly service: string;
  readonly resources: Resources;
  readonly shutdownSeconds: number;
  /** False when a proxy in front of the edge does. */
  readonly terminatesTls: boolean;
  readonly trustedProxies: readonly string[];
  readonly rateLimit: RateLimit;
  readonly maxBodySize: Bytes;
  readonly timeoutSeconds: number;
  readonly headers: Required<SecurityHeaders>;
  readonly routes: readonly Route[];
}

/** The public names of routes, in the order of the alphabet. */
export function hostsOf(routes: readonly Route[]): readonly string[] {
  return [...new Set(routes.map(({ host }) => host))].sort();
}
