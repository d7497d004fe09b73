import type { Table } from '../table';
import { add } from '../table';

export const table: Table = {
  keeps: Object.fromEntries(
    (
      [
        ['Service', 'a'.repeat(63)],
        ['ConfigMap', 'kube-root-ca.crt'],
        ['ConfigMap', '0-'.repeat(126) + '0'],
        ['ClusterRole', 'system:Monitoring'],
        ['StatefulSet', 'a'.repeat(52)],
      ] as const
    ).map(([kind, name]) => [`${kind} ${name}`, add({ kind, metadata: { name } })]),
  ),
  breaks: Object.fromEntries(
    (
      [
        ['Service', 'a'.repeat(64)],
        ['Service', '1st'],
        ['Deployment', 'Api'],
        ['Deployment', 'api.v2'],
        ['ConfigMap', 'api_config'],
        ['ConfigMap', '-api'],
        ['ConfigMap', 'a..b'],
        ['ConfigMap', 'a'.repeat(254)],
        ['StatefulSet', 'a'.repeat(53)],
        ['CronJob', 'a'.repeat(53)],
        ['Role', 'a/b'],
        ['Role', '..'],
      ] as const
    ).map(([kind, name]) => [
      `${kind} ${name}`,
      { change: add({ kind, metadata: { name } }), at: `${kind} shop-app/${name} /metadata/name` },
    ]),
  ),
};
