import type { Manifests } from './manifests';
import { isPrerequisite } from './references';
import { specOf } from './specs';

/** What is wrong with a reference to a Service's port. */
export interface ServicePortProblem {
  readonly field: 'name' | 'port';
  readonly expected: string;
}

/** Follows a reference to a port of a Service, by name or number; undefined when it arrives. */
export function servicePortProblem(
  all: Manifests,
  namespace: string | undefined,
  service: string,
  port: string | number | undefined,
): ServicePortProblem | undefined {
  const manifest = all.find('Service', namespace, service);
  if (!manifest) {
    if (isPrerequisite({ kind: 'Service', namespace, name: service }, all)) return undefined;
    return { field: 'name', expected: `the name of a Service in namespace '${namespace ?? ''}'` };
  }
  const ports = specOf('Service', manifest)?.ports ?? [];
  if (port !== undefined && ports.some(({ name, port: number }) => port === name || port === number)) return undefined;
  const known = ports.map(({ name, port: number = 0 }) => (name === undefined ? `${number}` : `${name} (${number})`));
  return { field: 'port', expected: `a port of Service '${service}': ${known.join(', ') || 'it has none'}` };
}
