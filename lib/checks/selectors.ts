import type { LabelSelector } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Labels } from '../contracts';
import type { Rendered } from './rendered';

/**
 * True when the selector selects an object with these labels. As in Kubernetes,
 * an empty selector selects everything and a missing one nothing.
 */
export function selects(selector: Rendered<LabelSelector> | undefined, labels: Labels): boolean {
  if (!selector) return false;
  return (
    Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value) &&
    (selector.matchExpressions ?? []).every(({ key = '', operator, values = [] }) => {
      const value = labels[key];
      if (operator === 'In') return value !== undefined && values.includes(value);
      if (operator === 'NotIn') return value === undefined || !values.includes(value);
      return operator === 'Exists' ? value !== undefined : operator === 'DoesNotExist' && value === undefined;
    })
  );
}

/** True for a selector that selects everything. */
export function selectsAll(selector: Rendered<LabelSelector>): boolean {
  return Object.keys(selector.matchLabels ?? {}).length === 0 && (selector.matchExpressions ?? []).length === 0;
}

/** A selector in a reader's words: `app=web, tier in (a, b)`. */
export function describeSelector(selector: Rendered<LabelSelector> | undefined): string {
  if (!selector) return 'no selector';
  if (selectsAll(selector)) return 'every pod';
  return [
    ...Object.entries(selector.matchLabels ?? {}).map(([key, value]) => `${key}=${String(value)}`),
    ...(selector.matchExpressions ?? []).map(({ key = '', operator = '', values = [] }) =>
      values.length > 0 ? `${key} ${operator} (${values.join(', ')})` : `${key} ${operator}`,
    ),
  ].join(', ');
}
