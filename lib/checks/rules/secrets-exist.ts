import { missingKeys } from '../missing-keys';
import { referringKinds } from '../object-references';
import { danglingReferences } from '../references';
import type { Rule } from '../rule';
import { secretProducers } from '../secret-producers';

const kinds = new Set(['Secret']);

/** Every Secret that something reads is made or promised, with the keys that are read. */
export const secretsExist: Rule = {
  id: 'secrets-exist',
  why: 'A pod whose Secret or key nobody makes never starts, and a listener without its certificate refuses connections.',
  exemptible: false,
  kinds: referringKinds,
  check: (manifest, all) => [
    ...danglingReferences(manifest, all, kinds).map((finding) => ({
      ...finding,
      expected:
        'a Secret that an ExternalSecret, a Certificate or a promise of the environment makes in this namespace',
    })),
    ...missingKeys(manifest, all, 'Secret', ({ namespace, name }) => secretProducers(all).keysOf(namespace, name)),
  ],
};
