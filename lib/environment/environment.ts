import type { FromSchema } from 'json-schema-to-ts';
import type { environmentSchema } from './schema/environment-schema';

type ReadonlyDeep<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [K in keyof T]: ReadonlyDeep<T[K]> };

/**
 * Everything that differs between environments, read from one file of
 * `environments/`, valid, and with the defaults filled in.
 */
export type Environment = ReadonlyDeep<FromSchema<typeof environmentSchema>>;

/** How clients reach the edge; told apart by `type`. */
export type Exposure = Environment['exposure'];

/** What may fail without anyone noticing. */
export type Availability = Environment['availability'];

/** Where secrets come from; told apart by `provider`. */
export type SecretsSource = Environment['secrets'];

/** The relational database; told apart by `engine`. */
export type PostgresSettings = Environment['postgres'];

/** The in-memory store; told apart by `mode`. */
export type RedisSettings = Environment['redis'];
