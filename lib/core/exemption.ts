import { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { invalidProp } from './errors';

/** The annotation that exempts an object from a rule; its value is the reason. */
export const exemptionPrefix = 'drydock.dev/exempt.';

/** A rule that an object is allowed to break, and why nothing else will do. */
export interface Exemption {
  readonly rule: string;
  /** Evidence, not wish: which image or program forces it. At least 20 characters. */
  readonly reason: string;
}

/**
 * Lets one object break one rule, visibly: the reason becomes an annotation of
 * the object. An exemption that the rule does not need fails the build.
 */
export function exempt(construct: IConstruct, { rule, reason }: Exemption): void {
  if (!ApiObject.isApiObject(construct)) {
    throw invalidProp(construct, {
      prop: 'exempt',
      got: construct.constructor.name,
      expected: 'an API object: rules judge rendered objects',
      fix: 'pass the Deployment, Namespace … itself',
    });
  }
  if (reason.trim().length < 20) {
    throw invalidProp(construct, {
      prop: `exempt(${rule}).reason`,
      got: reason,
      expected: 'a sentence of 20 characters or more',
      fix: 'name the image or program that forces it, so that a reviewer can judge it',
    });
  }
  construct.metadata.addAnnotation(`${exemptionPrefix}${rule}`, reason);
}
