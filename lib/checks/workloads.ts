import type { LabelSelector } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Manifest } from '../contracts';
import type { Rendered } from './rendered';
import { specOf } from './specs';

/** The kinds that select their own pods. */
export const controllerKinds: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'];

/** The selector by which a controller finds its own pods; undefined for kinds that have none to declare. */
export function podSelectorOf(manifest: Manifest): Rendered<LabelSelector> | undefined {
  const spec =
    specOf('Deployment', manifest) ??
    specOf('StatefulSet', manifest) ??
    specOf('DaemonSet', manifest) ??
    specOf('ReplicaSet', manifest);
  return spec && (spec.selector ?? {});
}
