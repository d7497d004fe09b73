import type { Probe } from 'cdk8s-plus-27/lib/imports/k8s';
import type { PlacedContainer } from './pods';
import type { Rendered } from './rendered';

export type ProbeKind = 'startupProbe' | 'readinessProbe' | 'livenessProbe';

/** A probe of a container, and where it stands. */
export interface PlacedProbe {
  readonly kind: ProbeKind;
  readonly at: string;
  readonly probe: Rendered<Probe>;
}

export const probeKinds: readonly ProbeKind[] = ['startupProbe', 'readinessProbe', 'livenessProbe'];

/** The probes that a container has. */
export function probesOf({ at, container }: PlacedContainer): readonly PlacedProbe[] {
  return probeKinds.flatMap((kind) => {
    const probe = container[kind];
    return probe ? [{ kind, at: `${at}/${kind}`, probe }] : [];
  });
}
