import type { IConstruct } from 'constructs';
import { DescriptionError, invalidProp } from '../core';

/** Reads a quantity or a time span out of a property, and says which one when it is none. */
export function readProp<T>(construct: IConstruct, prop: string, text: string, read: (text: string) => T): T {
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof DescriptionError)) throw error;
    const [, expected = error.message] = error.message.split('; expected ');
    throw invalidProp(construct, { prop, got: text, expected, fix: 'write the amount and its unit' });
  }
}
