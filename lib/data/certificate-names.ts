/** The domain of nearly every cluster; a client that spells names out in full uses it. */
const clusterDomain = 'cluster.local';

/** The names that a certificate needs for hosts such as `postgres.shop-data.svc`: within their namespace, from others, and in full. */
export function certificateNames(namespace: string, hosts: readonly string[]): readonly string[] {
  const suffix = `.${namespace}.svc`;
  return hosts.flatMap((host) => [host.slice(0, -suffix.length), host, `${host}.${clusterDomain}`]);
}
