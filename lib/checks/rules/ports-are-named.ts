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
    return [
      ...containersOf(manifest).flatMap(({ at, container }) => unnamed(`${at}/ports`, container.ports, seen)),
      ...unnamed('/spec/ports', specOf('Service', manifest)?.ports, seen),
    ];
  },
};

function unnamed(
  at: string,
  ports: readonly { readonly name?: string }[] | undefined,
  seen: Set<string>,
): readonly Finding[] {
  return (ports ?? []).flatMap(({ name }, index): Finding[] => {
    const place = `${at}/${index}/name`;
    if (name === undefined || name === '') return [{ at: place, got: undefined, expected: 'a name' }];
    if (seen.has(name)) return [{ at: place, got: name, expected: 'a name that no other port has' }];
    seen.add(name);
    return [];
  });
}
