import type { Manifest } from '../contracts';
import { exemptionPrefix } from '../core';
import { pointer } from './json-pointer';
import type { Finding, Rule } from './rule';

/** Shorter than this, a reason names no cause that a reviewer could judge. */
export const minReasonLength = 20;

/** An object's wish to break one rule. */
export interface Exemption {
  readonly rule: string;
  readonly reason: string;
  /** JSON pointer to the annotation. */
  readonly at: string;
}

/** The statement that every exemption has a cause. Judged last, because it looks at what the other rules found. */
export const exemptionsAreNeeded = {
  id: 'exemptions-are-needed',
  why: 'An exemption that nothing needs hides the day on which something begins to break the rule.',
  exemptible: false,
} as const;

/** The exemptions that an object carries. */
export function exemptionsOf({ object }: Manifest): readonly Exemption[] {
  const { annotations } = object.metadata;
  if (!annotations) return [];
  return Object.entries(annotations)
    .filter(([key]) => key.startsWith(exemptionPrefix))
    .map(([key, reason]) => ({
      rule: key.slice(exemptionPrefix.length),
      reason,
      at: pointer('metadata', 'annotations', key),
    }));
}

/** True when the exemption may silence a finding of the rule. */
export function isHonored({ reason }: Exemption, rule: Pick<Rule, 'exemptible'>): boolean {
  return rule.exemptible !== false && reason.trim().length >= minReasonLength;
}

/** What is wrong with an exemption, given its rule (if there is one) and whether the object breaks it. */
export function problemOf({ at, reason, rule: id }: Exemption, rule: Rule | undefined, broken: boolean): Finding[] {
  if (!rule) return [{ at, got: id, expected: 'the id of a rule' }];
  if (rule.exemptible === false) return [{ at, got: id, expected: 'no exemption: breaking this rule is never right' }];
  if (reason.trim().length < minReasonLength) {
    return [{ at, got: reason, expected: `a reason of ${minReasonLength} characters or more` }];
  }
  return broken ? [] : [{ at, got: reason, expected: `no exemption: the object keeps '${id}'` }];
}
