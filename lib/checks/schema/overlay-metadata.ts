import {
  absent,
  annotationKey,
  dnsLabel,
  dnsSubdomain,
  fields,
  labelKey,
  labelValue,
  labels,
  never,
  oneOf,
  pathSegment,
  quantity,
  serviceName,
} from './overlay-values';
import type { Overlay, Schema, Scope } from './schema';

/** All annotations of an object together. */
const maxAnnotationBytes = 256 * 1024;

/** What every object may say about itself, and how it selects others. */
export const metadataFacts: Overlay = {
  'apis.meta.v1.ObjectMeta': fields({
    labels,
    annotations: { propertyNames: annotationKey, maxBytes: maxAnnotationBytes },
    finalizers: { items: labelKey },
    ownerReferences: { unique: [{ fields: ['uid'] }] },
  }),
  'apis.meta.v1.LabelSelector': fields({ matchLabels: labels }),
  'apis.meta.v1.LabelSelectorRequirement': {
    properties: {
      key: labelKey,
      operator: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist'),
      values: { items: labelValue },
    },
    allOf: [
      never('values with the operators In and NotIn', {
        properties: { operator: { enum: ['In', 'NotIn'] } },
        not: { required: ['values'], properties: { values: { minItems: 1 } } },
      }),
      never('no values with the operators Exists and DoesNotExist', {
        properties: { operator: { enum: ['Exists', 'DoesNotExist'] }, values: { minItems: 1 } },
        required: ['values'],
      }),
    ],
  },
  'api.resource.Quantity': quantity,
};

/** The longest name of a controller whose pods carry it, and what is added, in a label (63 characters). */
function shorter(maxLength: number, because: string): Schema {
  return { ...dnsSubdomain, maxLength, description: `a DNS name of at most ${maxLength} characters: ${because}` };
}

/** How objects may be called, by kind; all others by a DNS name. */
const nameOfKind: Readonly<Record<string, Schema>> = {
  Namespace: dnsLabel,
  Service: serviceName,
  // Eleven characters are added to its jobs' names, and a job's name is a label of its pods.
  CronJob: shorter(52, 'its jobs are called by it and a time'),
  Job: shorter(63, 'it is a label of its pods'),
  // `controller-revision-hash` is the name, a dash and ten characters.
  StatefulSet: shorter(52, 'it and a hash are a label of its pods'),
  PriorityClass: {
    ...dnsSubdomain,
    not: { pattern: '^system-' },
    description: "a DNS name that does not start with 'system-', which is the cluster's own",
  },
  Role: pathSegment,
  RoleBinding: pathSegment,
  ClusterRole: pathSegment,
  ClusterRoleBinding: pathSegment,
};

/** What an object of a kind must say of itself: what it is, its name, in the form of the kind, and a namespace where it has one. */
export function identityFacts(kind: string, scope: string): Schema {
  const namespaces: Readonly<Record<Scope, Schema>> = {
    Namespaced: dnsLabel,
    Cluster: absent(`a ${kind} stands in no namespace`),
  };
  const name = nameOfKind[kind] ?? dnsSubdomain;
  const namespace = namespaces[scope as Scope];
  return {
    required: ['apiVersion', 'kind', 'metadata'],
    properties: { metadata: { required: ['name'], properties: { name, namespace } } },
  };
}
