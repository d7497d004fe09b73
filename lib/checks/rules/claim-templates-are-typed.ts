import type { Rule } from '../rule';
import { specOf } from '../specs';

const expected = { apiVersion: 'v1', kind: 'PersistentVolumeClaim' } as const;

/** The claim templates of a StatefulSet say what they are. */
export const claimTemplatesAreTyped: Rule = {
  id: 'claim-templates-are-typed',
  why: 'The API server adds what is missing, so the StatefulSet differs for ever, and it cannot be changed.',
  exemptible: false,
  kinds: ['StatefulSet'],
  check: (manifest) =>
    (specOf('StatefulSet', manifest)?.volumeClaimTemplates ?? []).flatMap((template, index) =>
      (['apiVersion', 'kind'] as const)
        .filter((field) => (template as Readonly<Record<string, unknown>>)[field] !== expected[field])
        .map((field) => ({
          at: `/spec/volumeClaimTemplates/${index}/${field}`,
          got: (template as Readonly<Record<string, unknown>>)[field],
          expected: expected[field],
        })),
    ),
};
