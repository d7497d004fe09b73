import { pointer } from '../json-pointer';
import { podTemplateOf } from '../pods';
import type { Finding, Rule } from '../rule';

const instanceLabel = 'app.kubernetes.io/instance';
const required = [
  'app.kubernetes.io/name',
  instanceLabel,
  'app.kubernetes.io/part-of',
  'app.kubernetes.io/component',
  'app.kubernetes.io/managed-by',
];

/** Every object and every pod says what it belongs to, in the labels that all tools know. */
export const standardLabels: Rule = {
  id: 'standard-labels',
  why: 'Dashboards, policies and people find an object by these labels, and lose it without them.',
  aliases: ['C-0076', 'C-0077', 'metadataAndInstanceMismatched', 'required-label-owner'],
  check: (manifest) => {
    const { name, labels } = manifest.object.metadata;
    const pod = podTemplateOf(manifest);
    const instance = labels?.[instanceLabel];
    const mismatch = pod !== undefined && instance !== undefined && instance !== name;
    return [
      ...missing('/metadata', labels),
      ...(mismatch
        ? [
            {
              at: pointer('metadata', 'labels', instanceLabel),
              got: instance,
              expected: `'${name}', the workload’s name`,
            },
          ]
        : []),
      ...(pod && pod.metadataAt !== '/metadata' ? missing(pod.metadataAt, pod.labels) : []),
    ];
  },
};

function missing(at: string, labels: Readonly<Record<string, string>> | undefined): readonly Finding[] {
  return required
    .filter((key) => !labels?.[key])
    .map((key) => ({ at: at + pointer('labels', key), got: labels?.[key], expected: 'a value' }));
}
