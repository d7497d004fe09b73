import type { Component } from '../../lib/core';
import { Bytes, resourcesOf } from '../../lib/core';
import type { RedisProps } from '../../lib/data';
import { StatelessWorkload } from '../../lib/workloads';
import { image, TestPlatform, workload } from '../test-platform';

/** A Redis of the smallest ordinary kind. */
export const redisProps: RedisProps = {
  image,
  purpose: 'cache',
  storage: Bytes.parse('1Gi'),
  resources: resourcesOf({ cpu: '100m', memory: '256Mi' }),
  availability: 'single',
};

/** A platform with a tier for data and one for services. */
export class RedisPlatform extends TestPlatform {
  public readonly data = this.component('data');
  public readonly app = this.component('app');

  /** A service that may be connected to something. */
  public client(id: string, tier: Component = this.app): StatelessWorkload {
    return new StatelessWorkload(tier, id, { ...workload, preStop: ['sleep', '5'] });
  }
}

/** The users of an ACL file with what follows their names. */
export function usersOf(acl: string | undefined): Readonly<Record<string, string>> {
  const lines = acl?.trim().split('\n') ?? [];
  return Object.fromEntries(
    lines.map((line) => {
      const [, name = '', rules = ''] = /^user (\S+) (.*)$/.exec(line) ?? [];
      return [name, rules] as const;
    }),
  );
}
