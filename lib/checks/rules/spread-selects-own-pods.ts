import type { LabelSelector, TopologySpreadConstraint } from 'cdk8s-plus-27/lib/imports/k8s';
import type { Manifest } from '../../contracts';
import { podGroups } from '../pod-groups';
import { podKinds, podTemplateOf } from '../pods';
import type { Rendered } from '../rendered';
import type { Rule } from '../rule';
import { describeSelector, selectsAll } from '../selectors';
import { specOf } from '../specs';

interface Term {
  readonly at: string;
  readonly selector: Rendered<LabelSelector> | undefined;
}

/** Constraints that spread pods over nodes and zones count the workload's own pods, and no others. */
export const spreadSelectsOwnPods: Rule = {
  id: 'spread-selects-own-pods',
  why: 'A constraint that counts other pods, or none, spreads nothing, and nobody notices before a node fails.',
  exemptible: false,
  kinds: [...podKinds, 'Cluster'],
  check: (manifest, all) =>
    [...spreadTerms(manifest), ...antiAffinityTerms(manifest)]
      .filter(({ selector }) => {
        const counted = podGroups(all).selectedBy(manifest.object.metadata.namespace, selector);
        return !selector || selectsAll(selector) || counted.length !== 1 || counted[0]?.manifest !== manifest;
      })
      .map(({ at, selector }) => ({
        at,
        got: describeSelector(selector),
        expected: 'labels of the workload’s own pods, and of no others',
      })),
};

function spreadTerms(manifest: Manifest): readonly Term[] {
  const pod = podTemplateOf(manifest);
  const constraints: readonly Rendered<TopologySpreadConstraint>[] =
    pod?.spec.topologySpreadConstraints ?? specOf('Cluster', manifest)?.topologySpreadConstraints ?? [];
  return constraints.map(({ labelSelector }, index) => ({
    at: `${pod?.at ?? '/spec'}/topologySpreadConstraints/${index}/labelSelector`,
    selector: labelSelector,
  }));
}

function antiAffinityTerms(manifest: Manifest): readonly Term[] {
  const pod = podTemplateOf(manifest);
  const {
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
    requiredDuringSchedulingIgnoredDuringExecution: required = [],
  } = pod?.spec.affinity?.podAntiAffinity ?? {};
  const at = `${pod?.at ?? ''}/affinity/podAntiAffinity`;
  return [
    ...preferred.map(({ podAffinityTerm }, index) => ({
      at: `${at}/preferredDuringSchedulingIgnoredDuringExecution/${index}/podAffinityTerm/labelSelector`,
      selector: podAffinityTerm?.labelSelector,
    })),
    ...required.map(({ labelSelector }, index) => ({
      at: `${at}/requiredDuringSchedulingIgnoredDuringExecution/${index}/labelSelector`,
      selector: labelSelector,
    })),
  ];
}
