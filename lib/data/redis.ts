import { Construct } from 'constructs';
import type { Endpoint } from '../contracts';
import { invalidProp } from '../core';
import { redisPaths } from './redis-layout';
import type { RedisUserOptions } from './redis-rules';
import type { RedisProps } from './redis-server';
import { RedisServer } from './redis-server';

/** A Redis, whoever runs it. */
export interface IRedis {
  /**
   * Declares a user and returns the door through which it connects. Its
   * password is the secret `<redis>-<user>`, key `password`.
   *
   * The client is told HOST, PORT, USERNAME, TLS, PASSWORD (a file) and, unless
   * `keys` says otherwise, the PREFIX with which its keys must start.
   * @throws when the name is taken, reserved, or no name for a secret
   */
  user(name: string, options?: RedisUserOptions): Endpoint;
}

/** A start without a fork, a network or a peer takes a second; a slow disk may take more. */
const startSeconds = 60;

/**
 * A Redis in one pod on one volume: everything of a `StatefulWorkload`, a
 * ConfigMap with redis.conf, the users' rules and the probes, and one secret
 * for each user.
 *
 * Guarantees that nobody connects without a password, that no user reaches
 * beyond its own keys, and that what was written a second ago survives any
 * crash. While it restarts, it is away: `RedisSentinel` is not.
 */
export class Redis extends Construct implements IRedis {
  private readonly server: RedisServer;

  constructor(scope: Construct, id: string, props: RedisProps) {
    super(scope, id);
    if (props.availability === 'zones') {
      throw invalidProp(this, {
        prop: 'availability',
        got: props.availability,
        expected: 'single or hosts: one volume lies in one zone',
        fix: 'use RedisSentinel, or promise less',
      });
    }
    this.server = new RedisServer(this, 'server', {
      ...props,
      name: id,
      replicas: 1,
      command: ['redis-server', `${redisPaths.config}/redis.conf`],
      files: () => ({}),
      ownUsers: {},
      startSeconds,
    });
  }

  public user(name: string, options: RedisUserOptions = {}): Endpoint {
    return this.server.user(name, options);
  }
}
