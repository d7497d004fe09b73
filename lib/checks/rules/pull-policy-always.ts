import { containersOf, podKinds } from '../pods';
import type { Rule } from '../rule';

/** Nodes ask the registry before they start a container; the digest spares the download. */
export const pullPolicyAlways: Rule = {
  id: 'pull-policy-always',
  why: 'An image that a node holds already would start for pods that may not pull it.',
  aliases: ['container-image-pull-policy', 'pullPolicyNotAlways', 'CKV_K8S_15'],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest)
      .map(({ at, container }) => ({ at: `${at}/imagePullPolicy`, got: container.imagePullPolicy, expected: 'Always' }))
      .filter(({ got }) => got !== 'Always'),
};
