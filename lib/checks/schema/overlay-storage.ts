import {
  amount,
  atLeast,
  base64,
  dnsSubdomain,
  exactlyOne,
  fields,
  fileKey,
  listOf,
  never,
  oneOf,
  uniqueBy,
} from './overlay-values';
import type { Overlay, Schema } from './schema';

/** What one ConfigMap or Secret may hold. */
const maxPayloadBytes = 1024 * 1024;

const payload: Schema = { propertyNames: fileKey, maxBytes: maxPayloadBytes };
const accessModes: Schema = {
  ...listOf('ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'),
  minItems: 1,
};
const volumeMode = oneOf('Filesystem', 'Block');
const amounts: Schema = { additionalProperties: amount };
const storageRequest: Schema = {
  required: ['requests'],
  properties: { requests: { required: ['storage'], ...amounts }, limits: amounts },
};
const storageClassName: Schema = {
  anyOf: [{ maxLength: 0 }, dnsSubdomain],
  description: 'the name of a storage class',
};

const scopes = [
  'Terminating',
  'NotTerminating',
  'BestEffort',
  'NotBestEffort',
  'PriorityClass',
  'CrossNamespacePodAffinity',
];

/** What the ResourceQuota controller can count (its evaluators, and `count/<resource>` for every other). */
const quotaResource: Schema = {
  pattern:
    '^((requests\\.|limits\\.)?(cpu|memory|ephemeral-storage)|(requests\\.)?(storage|hugepages-.+)|requests\\.[^/]+/.+|' +
    '[^/]+\\.storageclass\\.storage\\.k8s\\.io/(requests\\.storage|persistentvolumeclaims)|count/[a-z0-9.-]+|' +
    'pods|services|services\\.(nodeports|loadbalancers)|replicationcontrollers|resourcequotas|secrets|configmaps|' +
    'persistentvolumeclaims)$',
  description: 'a resource that a quota can count: requests.cpu, limits.memory, pods, count/deployments.apps …',
};

/** Volumes, configuration, and what a namespace may hold (core group). */
export const storageFacts: Overlay = {
  ConfigMap: {
    properties: {
      data: payload,
      binaryData: { ...payload, additionalProperties: base64 },
    },
  },
  Secret: {
    properties: {
      data: { ...payload, additionalProperties: base64 },
      stringData: payload,
    },
  },
  PersistentVolumeClaimSpec: {
    required: ['accessModes', 'resources'],
    properties: { accessModes, resources: storageRequest, storageClassName, volumeMode },
  },
  PersistentVolumeSpec: {
    required: ['accessModes', 'capacity'],
    properties: {
      accessModes,
      capacity: { required: ['storage'], ...amounts },
      persistentVolumeReclaimPolicy: oneOf('Retain', 'Delete', 'Recycle'),
      volumeMode,
    },
  },
  LimitRangeSpec: fields({ limits: uniqueBy('type') }),
  LimitRangeItem: {
    ...never('no defaults for the type Pod', {
      properties: { type: { const: 'Pod' } },
      anyOf: [{ required: ['default'] }, { required: ['defaultRequest'] }],
    }),
    properties: {
      type: oneOf('Container', 'Pod', 'PersistentVolumeClaim'),
      default: amounts,
      defaultRequest: amounts,
      max: amounts,
      min: amounts,
    },
  },
  ResourceQuotaSpec: fields({
    hard: { propertyNames: quotaResource, additionalProperties: amount },
    scopes: listOf(...scopes),
  }),
  ScopedResourceSelectorRequirement: fields({
    operator: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist'),
    scopeName: oneOf(...scopes),
  }),
};

/** How volumes come to be (storage group). */
export const provisioningFacts: Overlay = {
  StorageClass: fields({
    provisioner: { minLength: 1, maxLength: 253 },
    reclaimPolicy: oneOf('Delete', 'Retain'),
    volumeBindingMode: oneOf('Immediate', 'WaitForFirstConsumer'),
  }),
  CSIDriverSpec: fields({
    fsGroupPolicy: oneOf('ReadWriteOnceWithFSType', 'File', 'None'),
    volumeLifecycleModes: listOf('Persistent', 'Ephemeral'),
  }),
  TokenRequest: fields({ expirationSeconds: atLeast(600) }),
  VolumeAttachmentSource: exactlyOne('exactly one of inlineVolumeSpec, persistentVolumeName'),
};
