import type { Construct } from 'constructs';
import type { ISecret } from '../contracts';
import { invalidProp, isDnsLabel, objectName } from '../core';
import { Secret } from '../security';

/** The key of a user's password in its secret. */
export const passwordKey = 'password';

/** A user of a Redis or of a Sentinel. */
export interface RedisUser {
  readonly name: string;
  /** ACL rules in the order in which they apply. */
  readonly rules: readonly string[];
  /** Where its password is. @default - none: whoever gives its name is let in */
  readonly secret?: ISecret;
}

/** A user with a password. */
export type UserWithSecret = RedisUser & Required<Pick<RedisUser, 'secret'>>;

/** Whoever gives no name at all. Switched off, so a client without a password can do nothing. */
export const nobody = 'user default off';

/** Names that the servers use for themselves and for one another. */
export const ownUsers = { default: 'default', probe: 'probe', replica: 'replica', sentinel: 'sentinel' } as const;

/**
 * The users of one Redis: their names, each once, and the secret of each, which
 * is called after the server and the user and holds `password`.
 */
export class RedisUsers {
  private readonly users = new Map<string, RedisUser>();

  constructor(private readonly scope: Construct) {}

  public get list(): readonly RedisUser[] {
    return [...this.users.values()];
  }

  /**
   * Declares a user with a password.
   * @throws when the name is taken, reserved, or no name for a secret
   */
  public add(name: string, rules: readonly string[]): UserWithSecret {
    const reserved: readonly string[] = Object.values(ownUsers);
    const expected = reserved.includes(name)
      ? `another name than ${reserved.join(', ')}, which the servers use themselves`
      : this.users.has(name)
        ? 'a user that is not declared yet'
        : isDnsLabel(objectName(this.scope.node.id, name)) && isDnsLabel(name)
          ? undefined
          : 'a DNS label: lower-case letters, digits and dashes, starting with a letter';
    if (expected !== undefined) {
      throw invalidProp(this.scope, {
        prop: 'user',
        got: name,
        expected,
        fix: 'call the user after the service that connects, and keep what user(…) returned to connect a second one',
      });
    }
    return this.addOwn(name, rules);
  }

  /** Declares a user that the servers need for one another. */
  public addOwn(name: string, rules: readonly string[]): UserWithSecret {
    const secret = new Secret(this.scope, objectName(this.scope.node.id, name), { keys: [passwordKey] });
    const user = { name, rules, secret };
    this.users.set(name, user);
    return user;
  }
}

/** An ACL file without the passwords, whose hashes are added where they are known: in the cluster. */
export function aclFile(users: readonly RedisUser[]): string {
  const lines = users.map(
    ({ name, rules, secret }) => `user ${name} on ${[...(secret ? [] : ['nopass']), ...rules].join(' ')}`,
  );
  return `${lines.join('\n')}\n`;
}
