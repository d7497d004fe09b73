import type { Rule } from '../rule';

/** No Secret is rendered with its content. */
export const noSecretPayload: Rule = {
  id: 'no-secret-payload',
  why: 'What is rendered is committed, and whoever reads the repository reads it; base64 hides nothing.',
  aliases: ['C-0012', 'C-0208'],
  exemptible: false,
  kinds: ['Secret'],
  check: ({ object }) => {
    const payloads = ['data', 'stringData'].filter((field) => Object.keys(object[field] ?? {}).length > 0);
    // Kubernetes fills this one in, with a token that never expires.
    const isToken = object.type === 'kubernetes.io/service-account-token';
    return [...payloads.map((field) => `/${field}`), ...(isToken ? ['/type'] : [])].map((at) => ({
      at,
      got: 'content (not shown)',
      expected: 'an ExternalSecret, or a promise of the environment',
    }));
  },
};
