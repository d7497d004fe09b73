import type { Manifests } from './manifests';
import { specOf } from './specs';

/** The ports behind a host name of the cluster; `any` where an operator makes the Service; undefined for no Service. */
export function portsOfService(
  all: Manifests,
  namespace: string,
  name: string,
): ReadonlySet<number> | 'any' | undefined {
  const service = all.find('Service', namespace, name);
  if (!service) return all.derive(operatorServices).has(`${namespace}/${name}`) ? 'any' : undefined;
  const { clusterIP, ports = [] } = specOf('Service', service) ?? {};
  // A headless Service only resolves names: the pods' own ports are reached, whatever the Service lists.
  if (clusterIP === 'None') return 'any';
  return new Set(ports.map(({ port = 0 }) => port));
}

/** The Services that CloudNativePG makes for clusters and their pools. */
function operatorServices(all: Manifests): ReadonlySet<string> {
  const named = (kind: string, suffixes: readonly string[]): readonly string[] =>
    all
      .ofKind(kind)
      .flatMap(({ object }) =>
        suffixes.map((suffix) => `${object.metadata.namespace ?? ''}/${object.metadata.name}${suffix}`),
      );
  return new Set([...named('Cluster', ['-rw', '-ro', '-r']), ...named('Pooler', [''])]);
}
