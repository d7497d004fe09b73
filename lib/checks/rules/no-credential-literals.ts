import { containersOf, podKinds } from '../pods';
import type { Rule } from '../rule';

/** The words of kubescape's C-0012; Keycloak's own variables carry one of them in the product's name. */
const credential = /secret|password|passwd|pwd|token|jwt|bearer|credential|key(?!cloak)/i;
/** Says where something called so is, or who one is there: an address is none, whatever its service is called. */
const address = /_(HOST|PORT|URL|NAME|USER|USERNAME|SSLMODE|TLS|PREFIX)$/;
/** `scheme://user:password@host`; a reference to another variable is no literal. */
const userInfo = /:\/\/[^/\s:@]*:(?!\$\()[^/\s:@]+@/;

/** No variable or argument carries a credential; a path to one is fine. */
export const noCredentialLiterals: Rule = {
  id: 'no-credential-literals',
  why: 'What is rendered is committed, and whoever reads the repository reads it.',
  aliases: ['C-0012', 'C-0259', 'env-var-secret', 'sensitiveContainerEnvVar'],
  kinds: podKinds,
  check: (manifest) =>
    containersOf(manifest).flatMap(({ at, container }) => [
      ...(container.env ?? []).flatMap(({ name = '', value = '' }, index) => {
        const literal = credential.test(name) && !address.test(name) && value !== '' && !value.startsWith('/');
        if (!literal && !userInfo.test(value)) return [];
        return [
          {
            at: `${at}/env/${index}/value`,
            got: `a literal in ${name} (not shown)`,
            expected: 'the path of a mounted file',
          },
        ];
      }),
      ...(['command', 'args'] as const).flatMap((list) =>
        (container[list] ?? []).flatMap((text, index) =>
          userInfo.test(text)
            ? [
                {
                  at: `${at}/${list}/${index}`,
                  got: 'an address with a password (not shown)',
                  expected: 'a mounted file',
                },
              ]
            : [],
        ),
      ),
    ]),
};
