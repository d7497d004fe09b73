import type { ISecret, Wiring } from '../contracts';
import { passwordKey } from './redis-users';

/** Where a Redis is, and who a client is there. */
export interface RedisFacts {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly secret: ISecret;
  readonly tls: boolean;
  /** How the client's keys must start. @default - its keys follow no single prefix */
  readonly prefix?: string | undefined;
}

/** What a client is told, under the same names whoever runs the Redis. */
export function redisWiring({ host, port, username, secret, tls, prefix }: RedisFacts): Wiring {
  return {
    prefix: 'REDIS',
    values: {
      HOST: host,
      PORT: String(port),
      USERNAME: username,
      TLS: String(tls),
      ...(prefix === undefined ? {} : { PREFIX: prefix }),
    },
    secrets: { PASSWORD: { secret, key: passwordKey } },
  };
}
