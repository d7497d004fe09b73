import type { Rule } from '../rule';

/** What Argo CD leaves alone unless it is told otherwise, since version 3.0. */
const excluded = [
  'Endpoints',
  'EndpointSlice',
  'Lease',
  'CertificateSigningRequest',
  'CertificateRequest',
  'PolicyReport',
  'ClusterPolicyReport',
  'CiliumIdentity',
  'CiliumEndpoint',
  'CiliumEndpointSlice',
  'SelfSubjectReview',
  'TokenReview',
  'LocalSubjectAccessReview',
  'SelfSubjectAccessReview',
  'SelfSubjectRulesReview',
  'SubjectAccessReview',
];

/** No object is of a kind that Argo CD never applies. */
export const noExcludedKinds: Rule = {
  id: 'no-excluded-kinds',
  why: 'Argo CD skips these kinds with no more than a warning, so the object is never there.',
  exemptible: false,
  kinds: excluded,
  check: ({ object }) => [{ at: '/kind', got: object.kind, expected: 'a kind that Argo CD applies' }],
};
