import * as k8s from 'cdk8s-plus-27/lib/imports/k8s';
import { Construct } from 'constructs';
import type { Labels } from '../contracts';
import { describeInvalidProp, secondsOf } from '../core';
import type { Availability } from './spread';
import { fewestReplicas } from './spread';
import {
  VerticalPodAutoscaler,
  VerticalPodAutoscalerSpecUpdatePolicyUpdateMode,
} from '../../imports/autoscaling.k8s.io';

/** How many replicas a workload has, and what makes it grow. */
export interface Scaling {
  readonly minReplicas: number;
  readonly maxReplicas: number;
  /** Mean processor use, as a share of the request, above which replicas are added. */
  readonly cpuPercent: number;
  /** Mean memory use, as a share of the request, above which replicas are added. */
  readonly memoryPercent: number;
  /**
   * Requests per second for one replica, above which replicas are added. Needs a
   * metrics adapter that serves `http_requests_per_second` for pods.
   * @default - processor and memory alone decide
   */
  readonly requestsPerSecond?: number | undefined;
  /** How long the load must have been low before replicas are removed, as in `300s`. */
  readonly stabilizationWindow: string;
}

/** The object that is scaled. */
export interface ScaleTarget {
  readonly kind: 'Deployment' | 'StatefulSet';
  readonly name: string;
  readonly labels: Labels;
}

/** The metric that a metrics adapter serves for each pod. */
export const requestRateMetric = 'http_requests_per_second';

/**
 * Grows and shrinks a workload with its load: one HorizontalPodAutoscaler, or
 * nothing when both bounds are the same. Only the autoscaler then knows the
 * number of replicas, so the workload must not state one.
 */
export class Autoscaler extends Construct {
  constructor(scope: Construct, id: string, target: ScaleTarget, scaling: Scaling, availability: Availability) {
    super(scope, id);
    this.node.addValidation({
      validate: () =>
        scaling.minReplicas >= fewestReplicas[availability] && scaling.maxReplicas >= scaling.minReplicas
          ? []
          : [
              describeInvalidProp(scope, {
                prop: 'scaling',
                got: `${String(scaling.minReplicas)} to ${String(scaling.maxReplicas)}`,
                expected: `at least ${String(fewestReplicas[availability])} for availability '${availability}', and maxReplicas not below minReplicas`,
                fix: 'raise scaling.minReplicas, or choose a weaker availability class for the environment',
              }),
            ],
    });
    if (scaling.minReplicas === scaling.maxReplicas) return;
    new k8s.KubeHorizontalPodAutoscalerV2(this, 'Resource', {
      metadata: { name: target.name, labels: { ...target.labels } },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: target.kind, name: target.name },
        minReplicas: scaling.minReplicas,
        maxReplicas: scaling.maxReplicas,
        metrics: [
          utilization('cpu', scaling.cpuPercent),
          utilization('memory', scaling.memoryPercent),
          ...(scaling.requestsPerSecond === undefined ? [] : [requestRate(scaling.requestsPerSecond)]),
        ],
        behavior: { scaleDown: { stabilizationWindowSeconds: secondsOf(scaling.stabilizationWindow) } },
      },
    });
  }
}

/** Watches what a workload really uses and recommends sizes: one VerticalPodAutoscaler that changes nothing by itself. */
export class SizeAdvisor extends Construct {
  constructor(scope: Construct, id: string, target: ScaleTarget) {
    super(scope, id);
    new VerticalPodAutoscaler(this, 'Resource', {
      metadata: { name: target.name, labels: { ...target.labels } },
      spec: {
        targetRef: { apiVersion: 'apps/v1', kind: target.kind, name: target.name },
        updatePolicy: { updateMode: VerticalPodAutoscalerSpecUpdatePolicyUpdateMode.OFF },
      },
    });
  }
}

/**
 * Lets a node be drained one pod at a time: one PodDisruptionBudget. It never
 * blocks a drain for good, not even with a single replica or a pod that is not
 * ready.
 */
export class DisruptionBudget extends Construct {
  constructor(
    scope: Construct,
    id: string,
    { name, labels, selector }: { name: string; labels: Labels; selector: Labels },
  ) {
    super(scope, id);
    new k8s.KubePodDisruptionBudget(this, 'Resource', {
      metadata: { name, labels: { ...labels } },
      spec: {
        maxUnavailable: k8s.IntOrString.fromNumber(1),
        unhealthyPodEvictionPolicy: 'AlwaysAllow',
        selector: { matchLabels: { ...selector } },
      },
    });
  }
}

function utilization(name: 'cpu' | 'memory', averageUtilization: number): k8s.MetricSpecV2 {
  return { type: 'Resource', resource: { name, target: { type: 'Utilization', averageUtilization } } };
}

function requestRate(requestsPerSecond: number): k8s.MetricSpecV2 {
  return {
    type: 'Pods',
    pods: {
      metric: { name: requestRateMetric },
      target: { type: 'AverageValue', averageValue: k8s.Quantity.fromString(String(requestsPerSecond)) },
    },
  };
}
