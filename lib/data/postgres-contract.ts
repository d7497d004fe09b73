import type { IConstruct } from 'constructs';
import type { Endpoint } from '../contracts';

/** A PostgreSQL server, whoever runs it: what clients are connected to. */
export interface IPostgres extends IConstruct {
  /**
   * A database, the role of the same name that owns it, and the role's
   * password: declared by the first call, the same end point for every one.
   * A client is told `DATABASE_HOST`, `_PORT`, `_NAME`, `_USER`, `_SSLMODE`,
   * `_PASSWORD_FILE` and, where the server's authority is ours, `_CA_FILE`.
   * @throws when the name cannot be both a role's and a Secret's
   */
  database(name: string): Endpoint;

  /**
   * The same database for reading, on replicas where the server has them (S6).
   * A client is told `READ_DATABASE_HOST` and so on. What it reads may be
   * some moments old.
   */
  readOnlyDatabase(name: string): Endpoint;
}
