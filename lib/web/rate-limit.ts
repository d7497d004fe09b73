import type { IConstruct } from 'constructs';
import { invalidProp } from '../core';

/**
 * How many requests one client address may send; more are answered with 429.
 * Each replica counts for itself, so a client that reaches all of them may send
 * as many times more.
 */
export interface RateLimit {
  /** The lasting rate. */
  readonly requestsPerSecond: number;
  /** Requests beyond the rate that are still served at once: a page with all its parts. */
  readonly burst: number;
}

/** @throws when NGINX could not count with it */
export function checkRateLimit(construct: IConstruct, limit: RateLimit): RateLimit {
  for (const prop of ['requestsPerSecond', 'burst'] as const) {
    if (Number.isSafeInteger(limit[prop]) && limit[prop] >= 1) continue;
    throw invalidProp(construct, {
      prop: `rateLimit.${prop}`,
      got: limit[prop],
      expected: 'a whole number, 1 or more',
      fix: 'a rate below one request per second would lock people out; allow at least one',
    });
  }
  return limit;
}
