import { pointer } from '../json-pointer';
import type { Rule } from '../rule';

const prefix = 'pod-security.kubernetes.io/';
const modes = ['enforce', 'audit', 'warn'];

/** Every namespace admits only pods of the restricted standard, at a version that is named. */
export const namespacesEnforceRestricted: Rule = {
  id: 'namespaces-enforce-restricted',
  why: 'What is checked here is only what is rendered; the label holds for whatever anybody else starts there.',
  aliases: ['C-0192', 'C-0193', 'C-0197', 'C-0202', 'C-0204'],
  kinds: ['Namespace'],
  check: ({ object }) => {
    const { labels = {} } = object.metadata;
    return modes.flatMap((mode) =>
      [
        { key: `${prefix}${mode}`, expected: 'restricted', right: /^restricted$/ },
        {
          key: `${prefix}${mode}-version`,
          expected: 'a version such as v1.27, or latest',
          right: /^(v1\.\d+|latest)$/,
        },
      ]
        .filter(({ key, right }) => !right.test(labels[key] ?? ''))
        .map(({ key, expected }) => ({ at: pointer('metadata', 'labels', key), got: labels[key], expected })),
    );
  },
};
