import { pointer } from '../json-pointer';
import type { Rule } from '../rule';

const credentials: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  { what: 'an address with a password', pattern: /:\/\/[^/\s:@$]*:(?!\$[({])[^/\s:@]+@/ },
  {
    what: 'a password',
    pattern: /^[\s"'-]*(?:[\w.-]*[_.-])?(?:password|passwd|secret|token)["']?\s*[:=]\s*["']?[^\s"'/${%<][^\s"']*/im,
  },
  { what: 'a password of Redis', pattern: /^\s*(?:requirepass|masterauth)\s+[^\s$%{]/m },
];

/** No ConfigMap holds a password, a token or a private key. */
export const noCredentialsInConfig: Rule = {
  id: 'no-credentials-in-config',
  why: 'ConfigMaps are readable to more people than Secrets, and what is rendered is committed.',
  aliases: ['C-0012', 'sensitiveConfigmapContent', 'KSV-0109', 'KSV-01010'],
  kinds: ['ConfigMap'],
  check: ({ object }) => {
    return Object.entries((object.data ?? {}) as Readonly<Record<string, string>>).flatMap(([key, text]) =>
      credentials
        .filter(({ pattern }) => pattern.test(text))
        .map(({ what }) => ({
          at: pointer('data', key),
          got: `${what} (not shown)`,
          expected: 'a file from a Secret',
        })),
    );
  },
};
