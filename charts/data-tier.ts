import type { Construct } from 'constructs';
import type { IPostgres, IRedis } from '../lib/data';
import { ExternalPostgres, ExternalRedis, Postgres, PostgresCluster, Redis, RedisSentinel } from '../lib/data';
import { Bytes, resourcesOf } from '../lib/core';
import { apiServerOf } from './cluster-peers';
import type { TierProps } from './tier';
import { Tier } from './tier';

/** What keeps data: PostgreSQL and Redis, in the form that the environment names. */
export class DataTier extends Tier {
  public readonly postgres: IPostgres;
  public readonly redis: IRedis;

  constructor(scope: Construct, id: string, props: TierProps) {
    super(scope, id, props);
    this.postgres = this.createPostgres();
    this.redis = this.createRedis();
  }

  private createPostgres(): IPostgres {
    const { postgres, availability } = this.environment;
    if (postgres.engine === 'external') return new ExternalPostgres(this, 'postgres', postgres);
    const common = {
      ...postgres,
      storage: Bytes.parse(postgres.storage),
      walStorage: postgres.walStorage === undefined ? undefined : Bytes.parse(postgres.walStorage),
      resources: resourcesOf(postgres.resources),
      availability,
    };
    return postgres.engine === 'statefulset'
      ? new Postgres(this, 'postgres', { ...common, image: this.images.get('postgres') })
      : new PostgresCluster(this, 'postgres', {
          ...common,
          image: this.images.get('postgres-ha'),
          instances: postgres.instances,
          operatorNamespace: postgres.operatorNamespace,
          apiServer: apiServerOf(this.environment),
        });
  }

  private createRedis(): IRedis {
    const { redis, availability } = this.environment;
    if (redis.mode === 'external') return new ExternalRedis(this, 'redis', redis);
    const common = {
      image: this.images.get('redis'),
      purpose: 'cache',
      storage: Bytes.parse(redis.storage),
      storageClass: redis.storageClass,
      resources: resourcesOf(redis.resources),
      availability,
    } as const;
    return redis.mode === 'standalone'
      ? new Redis(this, 'redis', common)
      : new RedisSentinel(this, 'redis', { ...common, replicas: redis.replicas });
  }
}
