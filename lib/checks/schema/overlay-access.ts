import { absent, atLeast, fields, has, listOf, notEmpty, oneOf, port, uniqueBy } from './overlay-values';
import type { Overlay } from './schema';

/** Who may do what. */
export const accessFacts: Overlay = {
  PolicyRule: {
    properties: { verbs: { minItems: 1 } },
    anyOf: [
      { required: ['apiGroups', 'resources'], properties: { apiGroups: { minItems: 1 }, resources: { minItems: 1 } } },
      { required: ['nonResourceURLs'], not: { anyOf: [{ required: ['apiGroups'] }, { required: ['resources'] }] } },
    ],
    description: 'apiGroups and resources, or nonResourceURLs alone',
  },
  Role: fields({ rules: { items: fields({ nonResourceURLs: absent('only a ClusterRole may name paths') }) } }),
  RoleRef: fields({
    apiGroup: { const: 'rbac.authorization.k8s.io' },
    kind: oneOf('Role', 'ClusterRole'),
    name: notEmpty,
  }),
  ClusterRoleBinding: fields({ roleRef: fields({ kind: { const: 'ClusterRole' } }) }),
  Subject: {
    properties: { kind: oneOf('ServiceAccount', 'User', 'Group') },
    anyOf: [
      {
        ...has('kind', 'ServiceAccount'),
        required: ['kind', 'namespace'],
        not: { required: ['apiGroup'], properties: { apiGroup: { minLength: 1 } } },
      },
      { not: { anyOf: [has('kind', 'ServiceAccount'), { required: ['namespace'] }] } },
    ],
    description: 'a namespace, and no API group, for a ServiceAccount; no namespace for a User or Group',
  },
};

const webhook = {
  failurePolicy: oneOf('Ignore', 'Fail'),
  matchPolicy: oneOf('Exact', 'Equivalent'),
  sideEffects: oneOf('None', 'NoneOnDryRun'),
  timeoutSeconds: atLeast(1, 30),
  admissionReviewVersions: { minItems: 1 },
};

/** What is asked before an object is stored. */
export const admissionFacts: Overlay = {
  MutatingWebhook: fields({ ...webhook, reinvocationPolicy: oneOf('Never', 'IfNeeded') }),
  ValidatingWebhook: fields(webhook),
  MutatingWebhookConfiguration: fields({ webhooks: uniqueBy('name') }),
  ValidatingWebhookConfiguration: fields({ webhooks: uniqueBy('name') }),
  RuleWithOperations: fields({
    operations: listOf('*', 'CREATE', 'UPDATE', 'DELETE', 'CONNECT'),
    scope: oneOf('*', 'Cluster', 'Namespaced'),
  }),
  WebhookClientConfig: {
    oneOf: [{ required: ['service'] }, { required: ['url'] }],
    description: 'exactly one of service, url',
  },
  ServiceReference: fields({ port }),
};
