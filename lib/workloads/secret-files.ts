import type { IConstruct } from 'constructs';
import type { ISecret } from '../contracts';
import { DescriptionError } from '../core';

/** One key of a secret as a file. */
export interface SecretFile {
  readonly file: string;
  readonly secret: ISecret;
  readonly key: string;
}

/**
 * Keys of many secrets that a program finds side by side in one directory: the
 * passwords of a server's users. Grows until everything is described; `scope`
 * stands in the namespace in which the secrets are needed.
 */
export class SecretFiles {
  private readonly byFile = new Map<string, SecretFile>();

  constructor(private readonly scope: IConstruct) {}

  public get entries(): readonly SecretFile[] {
    return [...this.byFile.values()];
  }

  /** @throws when the directory has a file of that name */
  public add(file: string, secret: ISecret, key: string): void {
    if (this.byFile.has(file)) {
      throw new DescriptionError(
        `${this.scope.node.path}: there is a secret file '${file}' already; give one of the two another name`,
      );
    }
    secret.availableIn(this.scope);
    this.byFile.set(file, { file, secret, key });
  }
}
