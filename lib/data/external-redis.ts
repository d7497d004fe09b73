import { Construct } from 'constructs';
import type { Endpoint } from '../contracts';
import { Component } from '../core';
import { addresses, certificateKeys, Secret } from '../security';
import type { IRedis } from './redis';
import { redisPort } from './redis-layout';
import type { RedisUserOptions } from './redis-rules';
import { keyPrefix } from './redis-rules';
import { RedisUsers } from './redis-users';
import { redisWiring } from './redis-wiring';

/** A Redis that somebody else runs. */
export interface ExternalRedisProps {
  /** Its name, as its certificate spells it. */
  readonly host: string;
  /** @default 6379 */
  readonly port?: number | undefined;
  /** Blocks that its addresses come from: a network policy knows no host names. */
  readonly cidrs: readonly string[];
  /**
   * Whether it speaks TLS.
   * @default true: the way there is not ours
   */
  readonly tls?: boolean | undefined;
  /**
   * Secret that holds the server's authority under `ca.crt`.
   * @default - the certificate is signed by a public authority
   */
  readonly caSecret?: string | undefined;
  /**
   * The user under which everybody logs in, for services that know one only.
   * @default - each user under its own name
   */
  readonly username?: string | undefined;
}

/**
 * A managed Redis in the place of our own: no object but one secret for each
 * user, and the way there in the network policies of its clients.
 *
 * Users and their rights are the provider's business: each that is declared
 * here must exist there.
 */
export class ExternalRedis extends Construct implements IRedis {
  private readonly users: RedisUsers;
  private readonly authority: Secret | undefined;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: ExternalRedisProps,
  ) {
    super(scope, id);
    this.users = new RedisUsers(this);
    const { caSecret } = props;
    this.authority =
      caSecret === undefined ? undefined : new Secret(this, caSecret, { keys: [certificateKeys.authority] });
  }

  public user(name: string, options: RedisUserOptions = {}): Endpoint {
    const { host, port = redisPort.number, cidrs, tls = true, username = name } = this.props;
    const { secret } = this.users.add(name, []);
    const prefix = options.keys ? undefined : keyPrefix(name);
    const wiring = redisWiring({ host, port, username, secret, tls, prefix });
    const authority = this.authority ? { CA: { secret: this.authority, key: certificateKeys.authority } } : {};
    return {
      name,
      server: addresses(`${Component.containing(this).namespace}/${this.node.id}`, cidrs),
      ports: [{ ...redisPort, number: port }],
      wiring: { ...wiring, secrets: { ...wiring.secrets, ...authority } },
    };
  }
}
