import type { Rule } from '../rule';
import { planOfDefinition, planOfKind } from '../schema/catalog';
import { validate } from '../schema/validate';

/**
 * Every object is what the API of Kubernetes 1.27, or the curated definition of a
 * custom resource, says about its kind: no unknown field, no wrong type, no value
 * that the API server refuses.
 */
export const validSchema: Rule = {
  id: 'valid-schema',
  why: 'The API server refuses the object, or drops the field without a word and runs something else.',
  exemptible: false,
  check: ({ object }) => {
    const plan = planOfKind(object.apiVersion, object.kind);
    if (plan) return validate(plan, object, planOfDefinition);
    return [
      {
        at: '/kind',
        got: `${object.apiVersion}/${object.kind}`,
        expected: 'a known kind: one of Kubernetes 1.27, or of a CustomResourceDefinition in imports/crds',
      },
    ];
  },
};
