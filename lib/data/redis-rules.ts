import type { Construct } from 'constructs';
import { invalidProp } from '../core';
import type { RedisPurpose } from './redis-purpose';
import { traitsOf } from './redis-purpose';

/** What a user may do beyond, or other than, what follows from its name and the purpose of the store. */
export interface RedisUserOptions {
  /**
   * Patterns of the keys that it may touch.
   * @default - `<name>:*`; the client is told the prefix as the fact PREFIX
   */
  readonly keys?: readonly string[];
  /**
   * Patterns of the channels on which it may publish and listen.
   * @default - `<name>:*`
   */
  readonly channels?: readonly string[];
  /**
   * Commands beyond those of the purpose, as Redis spells them: `scan`, `info`, `client|list`.
   * @default - none
   */
  readonly commands?: readonly string[];
}

/** Every user may say who it is, use transactions, and run scripts, which can do no more than the user itself. */
const everybody = [
  ...['+@connection', '+@transaction'],
  ...['+eval', '+eval_ro', '+evalsha', '+evalsha_ro', '+script|load', '+script|exists'],
];

/**
 * What reaches beyond a user's own keys: commands that stop, empty or steer the
 * server, libraries of functions (all users share them), and whatever shows
 * names of other users' keys – SCAN, RANDOMKEY and tracking know no patterns.
 */
const nobodyElses = ['-@dangerous', '-@admin', '-function', '-pubsub', '-scan', '-randomkey', '-client|tracking'];

const pattern = /^[!-~]+$/;
const command = /^[a-z]+(?:[-_][a-z]+)*(?:\|[a-z]+(?:-[a-z]+)*)?$/;

/** How the keys of a user start unless it says otherwise. */
export function keyPrefix(user: string): string {
  return `${user}:`;
}

/**
 * The ACL rules of a client's user: the commands of the purpose on its own keys and channels.
 * @throws when a pattern or a command could not stand in an ACL file
 */
export function clientRules(
  scope: Construct,
  user: string,
  purpose: RedisPurpose,
  options: RedisUserOptions,
): readonly string[] {
  const { keys = [`${keyPrefix(user)}*`], channels = [`${keyPrefix(user)}*`], commands = [] } = options;
  const demand = (prop: keyof RedisUserOptions, spelling: RegExp, expected: string): void => {
    const wrong = options[prop]?.find((text) => !spelling.test(text));
    if (wrong === undefined) return;
    throw invalidProp(scope, {
      prop: `user(${user}).${prop}`,
      got: wrong,
      expected,
      fix: 'see the ACL rules of Redis',
    });
  };
  demand('keys', pattern, 'a pattern without spaces, such as cart:*');
  demand('channels', pattern, 'a pattern without spaces, such as orders:*');
  demand('commands', command, 'a command in small letters, with its subcommand where needed: scan, client|list');
  return [
    ...keys.map((key) => `~${key}`),
    ...['resetchannels', ...channels.map((channel) => `&${channel}`)],
    ...['-@all', ...everybody, ...traitsOf[purpose].commands, ...nobodyElses],
    ...commands.map((name) => `+${name}`),
  ];
}
