import { podKinds, podTemplateOf } from '../pods';
import type { Rule } from '../rule';
import { usersOfAccount } from '../service-accounts';

/** Every workload runs as an account of its own. */
export const ownServiceAccount: Rule = {
  id: 'own-service-account',
  why: 'Whatever is granted to a shared account is granted to every pod that uses it, now and later.',
  aliases: [
    'C-0189',
    'C-0307',
    'default-service-account',
    'deprecated-service-account-field',
    'CKV_K8S_41',
    'CKV_K8S_42',
  ],
  kinds: podKinds,
  check: (manifest, all) => {
    const pod = podTemplateOf(manifest);
    if (!pod) return [];
    const { serviceAccountName: name, serviceAccount: deprecated } = pod.spec;
    const at = `${pod.at}/serviceAccountName`;
    if (name === undefined || name === 'default') return [{ at, got: name, expected: 'an account of the workload' }];
    const [first] = usersOfAccount(all, manifest.object.metadata.namespace, name);
    const shared = first && first !== manifest;
    return [
      ...(shared
        ? [
            {
              at,
              got: name,
              expected: `an account that ${first.object.kind} '${first.object.metadata.name}' does not use`,
            },
          ]
        : []),
      ...(deprecated === undefined || deprecated === name
        ? []
        : [{ at: `${pod.at}/serviceAccount`, got: deprecated, expected: 'nothing: serviceAccountName says it' }]),
    ];
  },
};
