import { danglingReferences } from '../references';
import type { Rule } from '../rule';
import { specOf } from '../specs';

const kinds = new Set(['Gateway']);

/** Every route is attached to a Gateway, and to one of its listeners. */
export const gatewaysExist: Rule = {
  id: 'gateways-exist',
  why: 'A route that no gateway accepts receives no request.',
  exemptible: false,
  check: (manifest, all) => {
    const { parentRefs = [] } = specOf('HTTPRoute', manifest) ?? {};
    const unknownListeners = parentRefs.flatMap(({ name = '', namespace, sectionName }, index) => {
      const gateway = all.find('Gateway', namespace ?? manifest.object.metadata.namespace, name);
      if (sectionName === undefined || !gateway) return [];
      const listeners = (specOf('Gateway', gateway)?.listeners ?? []).map((listener) => listener.name);
      if (listeners.includes(sectionName)) return [];
      const expected = `a listener of Gateway '${name}': ${listeners.join(', ') || 'it has none'}`;
      return [{ at: `/spec/parentRefs/${index}/sectionName`, got: sectionName, expected }];
    });
    return [...danglingReferences(manifest, all, kinds), ...unknownListeners];
  },
};
