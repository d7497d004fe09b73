import { containersOf, podKinds } from '../pods';
import type { Finding, Rule } from '../rule';

/** Variables are set once, and refer only to those above them. */
export const envIsConsistent: Rule = {
  id: 'env-is-consistent',
  why: 'Of two values the last one wins without a word, and a reference to a variable further down stays text.',
  aliases: ['C-0295', 'duplicate-env-var', 'environment-variable-key-duplication'],
  exemptible: false,
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest).flatMap(({ at, container }) => {
      const seen = new Set<string>();
      // What envFrom brings is known only in the cluster.
      const open = (container.envFrom ?? []).length > 0;
      return (container.env ?? []).flatMap(({ name = '', value = '' }, index): Finding[] => {
        const twice = seen.has(name)
          ? [{ at: `${at}/env/${index}/name`, got: name, expected: 'a name that no other has' }]
          : [];
        const unknown = open ? [] : referencesIn(value).filter((reference) => !seen.has(reference));
        seen.add(name);
        return [
          ...twice,
          ...unknown.map((got) => ({ at: `${at}/env/${index}/value`, got, expected: 'a variable that is set above' })),
        ];
      });
    }),
};

/** `$(NAME)`; `$$(NAME)` is text. */
function referencesIn(value: string): readonly string[] {
  return [...value.matchAll(/(?<!\$)\$\(([A-Za-z_][\w.-]*)\)/g)].map(([, name = '']) => name);
}
