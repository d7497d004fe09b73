import type { Component } from '../../lib/core';
import { Bytes, resourcesOf } from '../../lib/core';
import type { PostgresClusterProps, PostgresPoolerProps, PostgresProps } from '../../lib/data';
import { apiServer } from '../../lib/security';
import { StatelessWorkload } from '../../lib/workloads';
import type { ClusterSpec, PoolerSpec } from '../../imports/postgresql.cnpg.io';
import { image, TestPlatform, workload } from '../test-platform';

/** A server of the smallest ordinary kind. */
export const postgresProps: PostgresProps = {
  image,
  resources: resourcesOf({ cpu: '100m', memory: '1Gi' }),
  availability: 'single',
  storage: Bytes.parse('2Gi'),
  maxConnections: 100,
};

/** A cluster of the smallest ordinary kind. */
export const clusterProps: PostgresClusterProps = {
  ...postgresProps,
  instances: 3,
  operatorNamespace: 'cnpg-system',
  apiServer: apiServer(['10.96.0.1/32'], [443]),
};

/** A pooler of the smallest ordinary kind. */
export const poolerProps: PostgresPoolerProps = {
  image,
  instances: 2,
  resources: resourcesOf({ cpu: '100m', memory: '64Mi' }),
  poolSize: 5,
};

/** A platform with a tier for data and one for services. */
export class PostgresPlatform extends TestPlatform {
  public readonly data = this.component('data');
  public readonly app = this.component('app');

  /** A service of so many pods; while a roll-out runs, there may be two more for each four. */
  public client(id: string, replicas = 2, tier: Component = this.app): StatelessWorkload {
    const scaling = { ...workload.scaling, minReplicas: replicas, maxReplicas: replicas };
    return new StatelessWorkload(tier, id, { ...workload, scaling, preStop: ['sleep', '5'] });
  }
}

/** The settings of a postgresql.conf, by name. */
export function settingsOf(conf: string | undefined): Readonly<Record<string, string>> {
  const lines = conf?.trim().split('\n') ?? [];
  return Object.fromEntries(
    lines.map((line) => {
      const [, name = '', value = ''] = /^(\S+) = '(.*)'$/.exec(line) ?? [];
      return [name, value] as const;
    }),
  );
}

/** A spec of CloudNativePG's; what its generated type calls `pgHba` is `pg_hba` when rendered. */
export type OperatorSpec = ClusterSpec & PoolerSpec & { readonly postgresql: { readonly pg_hba: readonly string[] } };

/** The rendered spec of a Cluster or Pooler. */
export function specOf(platform: PostgresPlatform, kind: 'Cluster' | 'Pooler', name: string): OperatorSpec {
  return platform.get(kind, name).object.spec as OperatorSpec;
}
