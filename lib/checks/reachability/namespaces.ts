import type { LabelSelector } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Labels } from '../../contracts';
import type { Manifests } from '../manifests';
import type { Rendered } from '../rendered';
import { selects } from '../selectors';

/** The label that the API server gives every namespace. */
export const namespaceNameLabel = 'kubernetes.io/metadata.name';

/** The labels of a namespace, as far as they are known: those of a foreign one are only its name. */
export function namespaceLabels(all: Manifests, name: string): Labels {
  const known = all.derive(labelsByNamespace);
  const labels = known.get(name) ?? {
    ...all.find('Namespace', undefined, name)?.object.metadata.labels,
    [namespaceNameLabel]: name,
  };
  known.set(name, labels);
  return labels;
}

/** Filled as it is asked. */
function labelsByNamespace(): Map<string, Labels> {
  return new Map();
}

/** The rendered namespaces that a policy's peer stands for. */
export function namespacesSelected(all: Manifests, selector: Rendered<LabelSelector>): readonly string[] {
  const name = selector.matchLabels?.[namespaceNameLabel];
  const candidates =
    name === undefined
      ? all.ofKind('Namespace').map(({ object }) => object.metadata.name)
      : [name].filter((only) => all.find('Namespace', undefined, only) !== undefined);
  return candidates.filter((candidate) => selects(selector, namespaceLabels(all, candidate)));
}
