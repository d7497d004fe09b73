import type { Rule } from '../rule';
import { readOnlyRoot } from './read-only-root';

/** Every rule, in the order of the page that lists them. */
export const rules: readonly Rule[] = [readOnlyRoot];
