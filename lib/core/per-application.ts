import type { IConstruct } from 'constructs';
import { DescriptionError } from './errors';

/**
 * Something of which an application has exactly one, found from any construct
 * in it: so it need not be handed through every constructor.
 */
export class PerApplication<T> {
  private readonly values = new WeakMap<IConstruct, T>();

  /** `what` names the thing in the error that a missing one causes. */
  constructor(private readonly what: string) {}

  public set(construct: IConstruct, value: T): void {
    const { root } = construct.node;
    if (this.values.has(root)) throw new DescriptionError(`the application has ${this.what} already`);
    this.values.set(root, value);
  }

  public get(construct: IConstruct): T {
    const value = this.values.get(construct.node.root);
    if (value !== undefined) return value;
    throw new DescriptionError(
      `${construct.node.path}: the application has no ${this.what}; create it before the constructs that need it`,
    );
  }
}
