import type { ExternalSecretSpec } from '../custom-specs';
import type { Rendered } from '../rendered';
import type { Finding, Rule } from '../rule';
import { specOf } from '../specs';

/** What whoever reads a Secret of a type looks for: CloudNativePG takes an account by both. */
const keysOfType: Readonly<Record<string, readonly string[]>> = {
  'kubernetes.io/basic-auth': ['username', 'password'],
  'kubernetes.io/tls': ['tls.crt', 'tls.key'],
};

/** An external secret says where it comes from, fetches something, and its template uses just what it fetches. */
export const externalSecretsAreComplete: Rule = {
  id: 'external-secrets-are-complete',
  why: 'A Secret of which a part is missing is made all the same, and the program that reads it fails later.',
  exemptible: false,
  kinds: ['ExternalSecret'],
  check: (manifest) => {
    const spec = specOf('ExternalSecret', manifest);
    return spec ? [...sources(spec), ...template(spec)] : [];
  },
};

function sources({ secretStoreRef, data = [], dataFrom = [] }: Rendered<ExternalSecretSpec>): readonly Finding[] {
  return [
    ...(secretStoreRef?.name === undefined
      ? [{ at: '/spec/secretStoreRef/name', got: undefined, expected: 'the store to read from' }]
      : []),
    ...(data.length + dataFrom.length === 0
      ? [{ at: '/spec/data', got: undefined, expected: 'at least one key to fetch' }]
      : []),
    ...data
      .map(({ remoteRef }, index) => ({
        at: `/spec/data/${index}/remoteRef/key`,
        got: remoteRef?.key,
        expected: 'a path',
      }))
      .filter(({ got }) => got === undefined),
  ];
}

function template({ target, data = [], dataFrom = [] }: Rendered<ExternalSecretSpec>): readonly Finding[] {
  const { type, data: texts, templateFrom } = target?.template ?? {};
  if (!texts || dataFrom.length > 0 || templateFrom) return [];
  const fetched = new Set(data.map(({ secretKey }) => secretKey ?? ''));
  const used = new Set(Object.values(texts).flatMap((text) => keysUsedBy(text)));
  const missing = (keysOfType[type ?? ''] ?? []).filter((key) => !(key in texts));
  return [
    ...[...used]
      .filter((key) => !fetched.has(key))
      .map((key) => ({ at: '/spec/target/template/data', got: `{{ .${key} }}`, expected: 'a key of /spec/data' })),
    ...[...fetched]
      .filter((key) => !used.has(key))
      .map((key) => ({ at: '/spec/data', got: key, expected: 'a key that the template uses' })),
    ...missing.map((key) => ({ at: `/spec/target/template/data/${key}`, got: undefined, expected: 'a value' })),
  ];
}

/** The keys that a template names, as `.key` or as `index . "any key"`. */
function keysUsedBy(text = ''): readonly string[] {
  return [...text.matchAll(/\{\{[^}]*?(?:index \. "([^"]+)"|\.(\w+))[^}]*\}\}/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );
}
