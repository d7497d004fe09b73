import { containersOf, podKinds } from '../pods';
import { resourceNames } from '../resources';
import type { Rule } from '../rule';

/** Every container asks for processor, memory and scratch space, and is held to a limit of each. */
export const resourcesComplete: Rule = {
  id: 'resources-complete',
  why: 'Without requests the scheduler overfills a node; without limits one container takes what the others need.',
  aliases: [
    'C-0268',
    'C-0269',
    'C-0270',
    'C-0271',
    'unset-cpu-requirements',
    'unset-memory-requirements',
    'container-resources',
    'container-ephemeral-storage-request-and-limit',
    'cpuRequestsMissing',
    'cpuLimitsMissing',
    'memoryRequestsMissing',
    'memoryLimitsMissing',
    'CKV_K8S_10',
    'CKV_K8S_11',
    'CKV_K8S_12',
    'CKV_K8S_13',
    'KSV-0011',
    'KSV-0015',
    'KSV-0016',
    'KSV-0018',
  ],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest).flatMap(({ at, container }) =>
      (['requests', 'limits'] as const).flatMap((list) =>
        resourceNames
          .filter((resource) => container.resources?.[list]?.[resource] === undefined)
          .map((resource) => ({ at: `${at}/resources/${list}/${resource}`, got: undefined, expected: 'an amount' })),
      ),
    ),
};
