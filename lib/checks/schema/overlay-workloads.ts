import { fiveFieldSchedule } from './overlay-schedule';
import {
  absent,
  atLeast,
  countOrPercent,
  dnsSubdomain,
  fields,
  has,
  never,
  nonNegative,
  oneOf,
  positive,
} from './overlay-values';
import type { Overlay, Schema } from './schema';

/** A selector that matches every pod would take over pods of others. */
const selector: Schema = {
  anyOf: [
    { required: ['matchLabels'], properties: { matchLabels: { minProperties: 1 } } },
    { required: ['matchExpressions'], properties: { matchExpressions: { minItems: 1 } } },
  ],
  description: 'a selector that is not empty',
};

const alwaysRestarted: Schema = fields({
  spec: fields({
    restartPolicy: { const: 'Always', description: 'Always: only jobs may end' },
    activeDeadlineSeconds: absent('only jobs may have a deadline'),
  }),
});

const endingSome: Schema = fields({
  spec: {
    required: ['restartPolicy'],
    properties: {
      restartPolicy: { enum: ['OnFailure', 'Never'], description: 'OnFailure or Never, as a job must end' },
    },
  },
});

const controller = { selector, template: alwaysRestarted, minReadySeconds: nonNegative };
const replicated = { ...controller, replicas: nonNegative };
const revised = { revisionHistoryLimit: nonNegative };

const none: Schema = { enum: [0, '0%'] };
const rollingUpdate: Schema = {
  ...never('maxSurge and maxUnavailable not both 0, or no pod could ever be replaced', {
    required: ['maxSurge', 'maxUnavailable'],
    properties: { maxSurge: none, maxUnavailable: none },
  }),
  properties: { maxSurge: countOrPercent, maxUnavailable: countOrPercent },
};

function strategy(...others: readonly string[]): Schema {
  return {
    ...never('rollingUpdate only with the type RollingUpdate', {
      required: ['type', 'rollingUpdate'],
      properties: { type: oneOf(...others) },
    }),
    properties: { type: oneOf('RollingUpdate', ...others) },
  };
}

/** What keeps pods running. */
export const appsFacts: Overlay = {
  DeploymentSpec: fields({ ...replicated, ...revised, progressDeadlineSeconds: positive }),
  DeploymentStrategy: strategy('Recreate'),
  RollingUpdateDeployment: rollingUpdate,
  ReplicaSetSpec: fields(replicated),
  DaemonSetSpec: fields({ ...controller, ...revised }),
  DaemonSetUpdateStrategy: strategy('OnDelete'),
  RollingUpdateDaemonSet: rollingUpdate,
  StatefulSetSpec: fields({
    ...replicated,
    ...revised,
    serviceName: dnsSubdomain,
    podManagementPolicy: oneOf('OrderedReady', 'Parallel'),
  }),
  StatefulSetUpdateStrategy: strategy('OnDelete'),
  RollingUpdateStatefulSetStrategy: fields({ partition: nonNegative, maxUnavailable: countOrPercent }),
  StatefulSetOrdinals: fields({ start: nonNegative }),
  StatefulSetPersistentVolumeClaimRetentionPolicy: fields({
    whenDeleted: oneOf('Retain', 'Delete'),
    whenScaled: oneOf('Retain', 'Delete'),
  }),
};

/** What runs to an end. */
export const batchFacts: Overlay = {
  JobSpec: {
    ...never('completions with completionMode: Indexed', {
      allOf: [has('completionMode', 'Indexed'), { not: { required: ['completions'] } }],
    }),
    properties: {
      template: endingSome,
      activeDeadlineSeconds: nonNegative,
      backoffLimit: nonNegative,
      completions: nonNegative,
      completionMode: oneOf('NonIndexed', 'Indexed'),
      parallelism: nonNegative,
      ttlSecondsAfterFinished: nonNegative,
    },
  },
  PodFailurePolicy: fields({ rules: { maxItems: 20 } }),
  PodFailurePolicyRule: {
    oneOf: [{ required: ['onExitCodes'] }, { required: ['onPodConditions'] }],
    description: 'exactly one of onExitCodes, onPodConditions',
    properties: { action: oneOf('FailJob', 'Ignore', 'Count') },
  },
  PodFailurePolicyOnExitCodesRequirement: fields({ operator: oneOf('In', 'NotIn'), values: { minItems: 1 } }),
  CronJobSpec: fields({
    schedule: fiveFieldSchedule,
    timeZone: {
      pattern: '^(?![Ll]ocal$)[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*$',
      description: 'a time zone such as Etc/UTC',
    },
    concurrencyPolicy: oneOf('Allow', 'Forbid', 'Replace'),
    startingDeadlineSeconds: nonNegative,
    successfulJobsHistoryLimit: nonNegative,
    failedJobsHistoryLimit: nonNegative,
  }),
};

const metrics = {
  ContainerResource: 'containerResource',
  External: 'external',
  Object: 'object',
  Pods: 'pods',
  Resource: 'resource',
};
const targets = { Utilization: 'averageUtilization', Value: 'value', AverageValue: 'averageValue' };

/** An object whose `type` names the field that it must have. */
function fieldOfType(fieldByType: Readonly<Record<string, string>>): Schema {
  return {
    properties: { type: oneOf(...Object.keys(fieldByType)) },
    anyOf: Object.entries(fieldByType).map(([type, field]) => ({ ...has('type', type), required: ['type', field] })),
    description: `the field that its type names: ${Object.entries(fieldByType)
      .map(([type, field]) => `${field} for ${type}`)
      .join(', ')}`,
  };
}

/** What changes the number of pods. */
export const autoscalingFacts: Overlay = {
  HorizontalPodAutoscalerSpec: fields({ minReplicas: positive, maxReplicas: positive }),
  MetricSpec: { ...fieldOfType(metrics), maxProperties: 2 },
  MetricTarget: fieldOfType(targets),
  HPAScalingRules: fields({
    stabilizationWindowSeconds: atLeast(0, 3600),
    selectPolicy: oneOf('Max', 'Min', 'Disabled'),
    policies: { minItems: 1 },
  }),
  HPAScalingPolicy: fields({ type: oneOf('Pods', 'Percent'), value: positive, periodSeconds: atLeast(1, 1800) }),
};

/** What limits how many pods may be away at once, and who may go first. */
export const policyFacts: Overlay = {
  PodDisruptionBudgetSpec: {
    ...never('either minAvailable or maxUnavailable', { required: ['minAvailable', 'maxUnavailable'] }),
    properties: {
      minAvailable: countOrPercent,
      maxUnavailable: countOrPercent,
      unhealthyPodEvictionPolicy: oneOf('IfHealthyBudget', 'AlwaysAllow'),
    },
  },
};

/** What decides which pods start first. */
export const schedulingFacts: Overlay = {
  PriorityClass: {
    properties: {
      value: { ...atLeast(-2_147_483_648, 1_000_000_000), description: 'at most 1000000000; more is the system’s' },
      preemptionPolicy: oneOf('PreemptLowerPriority', 'Never'),
    },
  },
};
