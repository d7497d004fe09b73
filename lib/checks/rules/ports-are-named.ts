import { containersOf, podKinds } from '../pods';
import type { Finding, Rule } from '../rule';
import { specOf } from '../specs';

/** Every port has a name, unique in its pod or Service. */
export const portsAreNamed: Rule = {
  id: 'ports-are-named',
  why: 'Monitors, routes and Services find a port by its name, which stays when the number changes.',
  kinds: [...podKinds, 'Service'],
  check: (manifest) => {
    const seen = new Set<string>();
    const judge = (at: string, name: string | undefined): readonly Finding[] => {
      if (name === undefined || name === '') return [{ at, got: undefined, expected: 'a name' }];
      if (seen.has(name)) return [{ at, got: name, expected: 'a name that no other port has' }];
      seen.add(name);
      return [];
    };
    return [
      ...containersOf(manifest).flatMap(({ at, container }) =>
        (container.ports ?? []).flatMap(({ name }, index) => judge(`${at}/ports/${index}/name`, name)),
      ),
      ...(specOf('Service', manifest)?.ports ?? []).flatMap(({ name }, index) =>
        judge(`/spec/ports/${index}/name`, name),
      ),
    ];
  },
};
