/** How long load balancers and proxies may still send requests to a pod that is leaving. */
export const drainSeconds = 10;

/** What a container runs meanwhile, before it is told to stop. */
export const drainCommand: readonly string[] = ['sleep', String(drainSeconds)];
